; The boot option /3GB: the system has the address space from C0000000 up, and the image goes from 80000000 to E0000000.
bits 32
LOADER_MAGIC equ 0x2BADB002
QEMU         equ 'qemu'
COMMAND_LINE equ 1 << 2             ; flags of the loader's information
LOADER_NAME  equ 1 << 9
IN_REACH     equ 512 << 20          ; LoaderInformation.swift reads no higher,
LONGEST_LINE equ 511                ; and BootText.swift keeps no more

section .boot progbits alloc exec nowrite

; In: edi and ebp, the loader's magic number and information. Out: eax is 1 if the command line has the word /3GB, in either case, or 0.
; What a word is, and where the line ends, is as BootOptions.swift has it.
global has_large_user_space
has_large_user_space:
  cmp edi, LOADER_MAGIC
  jne .no
  test dword [ebp], COMMAND_LINE
  jz  .no
  mov esi, [ebp + 16]
  lea edx, [esi + LONGEST_LINE]     ; where to stop
  xor ecx, ecx                      ; becomes 1 if the next word is a file name
  test dword [ebp], LOADER_NAME
  jz  .next_word
  mov eax, [ebp + 64]
  cmp eax, IN_REACH - 4
  ja  .next_word
  cmp dword [eax], QEMU
  sete cl
.next_word:
  call next_character
  test al, al
  jz  .no
  cmp al, ' '
  jbe .next_word
  mov ebx, option
  dec ecx
  jz  .rest_of_word
.character:
  or  al, 0x20                      ; no other character becomes one of the option's so
  cmp al, [ebx]
  jne .rest_of_word
  inc ebx
  call next_character
  cmp al, ' '
  ja  .character
  cmp byte [ebx], 0
  jne .end_of_word
  mov eax, 1
  ret
.rest_of_word:
  call next_character
  cmp al, ' '
  ja  .rest_of_word
.end_of_word:
  test al, al
  jnz .next_word
.no:
  xor eax, eax
  ret
option: db '/3gb', 0

; Out: al, the character at esi, which goes on; 0 at the end of the line.
next_character:
  xor eax, eax
  cmp esi, edx
  jae .end
  cmp esi, IN_REACH
  jae .end
  lodsb
.end:
  ret

; In: eax, how far the image is to be moved. Adds it to every address in the image; the table is that of Scripts/relocations.py.
global relocate_image
extern relocations_load, relocations_end_load, kernel_data_load
DATA_OFFSET equ 0x400000            ; the kernel's data is linked there from the image's start, but loaded behind the text
relocate_image:
  mov esi, relocations_load
.place:
  cmp esi, relocations_end_load
  jae .end
  mov ecx, [esi]
  add esi, 4
  cmp ecx, DATA_OFFSET
  jb  .add
  add ecx, kernel_data_load - DATA_OFFSET
.add:
  add [ecx], eax
  jmp .place
.end:
  ret
