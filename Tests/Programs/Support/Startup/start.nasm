; The beginning of every user program: the header by which the kernel loads the flat image, and the first instructions.
; -DPROGRAM names the Swift function `uint32_t PROGRAM(uint32_t arguments, uint32_t length)`, -DFLAGS the header's flags.
bits 32

section .header progbits alloc noexec nowrite
extern program_file_end, program_end
  db "SUSR"
  dd _start
  dd program_file_end               ; from here to program_end: zeroes
  dd program_end
  dd FLAGS                          ; bit 0: may have addresses above 2 GB

; void _start(const char *arguments, uint32_t length). What the program returns is its exit status.
section .text.start progbits alloc exec nowrite
extern PROGRAM, NtTerminateProcess_2
global _start
_start:
  xor ebp, ebp                      ; the end of every stack trace
  mov eax, [esp + 4]
  mov ecx, [esp + 8]
  sub esp, 4                        ; keeps the arguments aligned as the ABI wants
  push ecx
  push eax
  call PROGRAM
  push eax
  push dword -1                     ; NtCurrentProcess()
  call NtTerminateProcess_2
  ud2
