; What the compiler calls by name, and copies that may meet a bad address.
bits 32
section .text
global memset, memcpy, memmove
memset:
  push edi
  mov edi, [esp + 8]
  movzx eax, byte [esp + 12]
  imul eax, eax, 0x01010101
  mov ecx, [esp + 16]
  mov edx, ecx
  shr ecx, 2
  rep stosd
  mov ecx, edx
  and ecx, 3
  rep stosb
  pop edi
  mov eax, [esp + 4]
  ret

memmove:
  mov eax, [esp + 4]
  mov edx, [esp + 8]
  mov ecx, eax
  sub ecx, edx
  cmp ecx, [esp + 12]
  jae memcpy                        ; the target does not begin inside the source
  push esi
  push edi
  mov ecx, [esp + 20]
  lea edi, [eax + ecx - 1]
  lea esi, [edx + ecx - 1]
  std
  rep movsb
  cld
  pop edi
  pop esi
  ret

memcpy:
  push esi
  push edi
  mov edi, [esp + 12]
  mov esi, [esp + 16]
  mov ecx, [esp + 20]
  mov edx, ecx
  shr ecx, 2
  rep movsd
  mov ecx, edx
  and ecx, 3
  rep movsb
  pop edi
  pop esi
  mov eax, [esp + 4]
  ret

; Accesses that may meet a bad address: a fault in one that cannot be resolved goes on at its .bad with the fault's status in edx; see .recovery.
; They return a 64-bit value whose upper half, edx, is that status, or 0 if all went well.

; uint64_t KiProbeCopy(uint32_t to, uint32_t from, uint32_t bytes): lower half: the bytes that could not be copied. By dwords if both addresses are
; aligned, for then none lies on two pages.
global KiProbeCopy
KiProbeCopy:
  push esi
  push edi
  mov edi, [esp + 12]
  mov esi, [esp + 16]
  mov ecx, [esp + 20]
  xor edx, edx
  mov eax, edi
  or  eax, esi
  test al, 3
  jnz .start
  mov eax, ecx
  and eax, 3
  shr ecx, 2
.start_dwords:
  rep movsd
.end_dwords:
  mov ecx, eax
.start:
  rep movsb
.bad:
  mov eax, ecx
  pop edi
  pop esi
  ret
.bad_dwords:
  lea ecx, [eax + ecx * 4]
  jmp .bad

; uint64_t KiProbeRead32(uint32_t from): lower half: the dword.
global KiProbeRead32
KiProbeRead32:
  mov eax, [esp + 4]
  xor edx, edx
.start:
  mov eax, [eax]
.bad:
  ret

; uint64_t KiProbeUpdate32(uint32_t at): lower half: the dword, which can be written too. In one access, as no other thread may come between.
global KiProbeUpdate32
KiProbeUpdate32:
  mov ecx, [esp + 4]
  xor eax, eax
  xor edx, edx
.start:
  lock xadd [ecx], eax
.bad:
  ret

; uint64_t KiProbeWrite32(uint32_t to, uint32_t value)
global KiProbeWrite32
KiProbeWrite32:
  mov ecx, [esp + 4]
  mov eax, [esp + 8]
  xor edx, edx
.start:
  mov [ecx], eax
.bad:
  ret

; uint64_t KiProbeUpdate8(uint32_t at): the byte can be written.
global KiProbeUpdate8
KiProbeUpdate8:
  mov ecx, [esp + 4]
  xor edx, edx
.start:
  lock or byte [ecx], 0
.bad:
  ret

; Instruction ranges in which an access violation is expected, and where to go on: start, end, landing.
section .recovery progbits alloc noexec nowrite align=4
%macro RECOVERY 1
  dd %1.start, %1.bad, %1.bad
%endmacro
  dd KiProbeCopy.start_dwords, KiProbeCopy.end_dwords, KiProbeCopy.bad_dwords
RECOVERY KiProbeCopy
RECOVERY KiProbeRead32
RECOVERY KiProbeUpdate32
RECOVERY KiProbeWrite32
RECOVERY KiProbeUpdate8
