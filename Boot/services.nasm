; System calls: int 2Eh with the service's number in eax and the user address of its arguments in edx; eax is the status afterwards.
%include "frames.inc"
bits 32
SYSTEM_CALL            equ 0x2E
MOST_ARGUMENTS         equ 8
INVALID_SYSTEM_SERVICE equ 0xC000001C
ACCESS_VIOLATION       equ 0xC0000005

; From the list: what to call, how many dwords to copy, and the names one after another, each with a zero at its end.
; NT: KiServiceTable, KiArgumentTable
section .rodata
global KiServiceTable, KiArgumentTable, KiServiceNames, KiServiceCount
align 4
%assign SERVICES 0
%macro SERVICE 2
%if %2 > MOST_ARGUMENTS
  %error %1 has too many arguments
%endif
extern %1
  dd %1
%assign SERVICES SERVICES + 1
%endmacro
KiServiceTable:
%include "services.inc"
KiServiceCount: dd SERVICES

%unmacro SERVICE 2
%macro SERVICE 2
  db %2
%endmacro
KiArgumentTable:
%include "services.inc"

%unmacro SERVICE 2
%macro SERVICE 2
%defstr NAME %1
  db NAME, 0
%endmacro
KiServiceNames:
%include "services.inc"

section .text
; Makes the same TrapFrame as other traps, except that the program gets ds and es back as they should be. Interrupts go on: a service runs at PASSIVE_LEVEL. Its arguments are copied to the kernel stack, where
; the program cannot change them any more; a fault in that copy goes on at .bad_arguments with its status in edx.
; NT: KiSystemService
extern KiExceptionExit
global KiSystemService, KiSystemServiceLink
KiSystemService:
  push dword 0                      ; no error code
  push dword SYSTEM_CALL
  pushad
  sub esp, TrapFrame.edi
  mov [esp + TrapFrame.gs], gs
  mov [esp + TrapFrame.fs], fs
  mov ecx, USER_DATA                ; the program may have left anything in them
  mov ds, ecx
  mov es, ecx
  cld
  push dword [esp + TrapFrame.eip]  ; debuggers go on from the link into the program
KiSystemServiceLink:
  push ebp
  mov ebp, esp
  sti
  inc dword [KeSystemCalls]
  cmp eax, SERVICES
  jae .no_such_service
  cmp edx, [SYSTEM_RANGE_START]     ; below it is room that is never mapped
  jae .beyond_user_space
  movzx ecx, byte [KiArgumentTable + eax]
  mov esi, edx
  sub esp, MOST_ARGUMENTS * 4
  mov edi, esp
.copy:
  rep movsd
.copied:
  call [KiServiceTable + eax * 4]
.return:
  mov [ebp + 8 + TrapFrame.eax], eax
  lea esp, [ebp + 8]
  cli
  mov eax, [READY_SUMMARY]          ; as KiExceptionExit
  cmp eax, [PREEMPTION]
  jae .work
  pop gs
  pop fs
  add esp, 8
  popad
  add esp, 8                        ; vector and error code
  iret
.work:
  mov [esp + TrapFrame.es], es
  mov [esp + TrapFrame.ds], ds
  jmp KiExceptionExit
.no_such_service:
  mov eax, INVALID_SYSTEM_SERVICE
  jmp .return
.beyond_user_space:
  mov edx, ACCESS_VIOLATION
.bad_arguments:
  mov eax, edx
  jmp .return

section .recovery progbits alloc noexec nowrite align=4
  dd KiSystemServiceLink.copy, KiSystemServiceLink.copied, KiSystemServiceLink.bad_arguments

section .data
global KeSystemCalls
align 4
KeSystemCalls: dd 0                 ; since the start
