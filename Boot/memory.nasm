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

; uint64_t KiProbeCopy(uint32_t to, uint32_t from, uint32_t bytes): either address may be bad. A fault that cannot be resolved goes on at a .bad with
; its status in edx; see .recovery. Upper half of the result: that status, or 0 if all went well; lower half: the bytes that could not be copied.
; By dwords if both addresses are aligned, for then none lies on two pages.
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

; Instruction ranges in which an access violation is expected, and where to go on: start, end, landing.
section .recovery progbits alloc noexec nowrite align=4
  dd KiProbeCopy.start_dwords, KiProbeCopy.end_dwords, KiProbeCopy.bad_dwords
  dd KiProbeCopy.start, KiProbeCopy.bad, KiProbeCopy.bad
