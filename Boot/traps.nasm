; Every trap and interrupt builds a TrapFrame (Kernel/CMachine/machine.h) and calls KiTrap or KiInterrupt with it.
%include "frames.inc"
bits 32
VECTORS     equ 64
SYSTEM_CALL equ 0x2E                ; Boot/services.nasm
INTERRUPT   equ 0x30                ; the first vector of the interrupt controllers

section .text
%assign vector 0
%rep VECTORS
trap%+vector:
%if vector = 8 || (vector >= 10 && vector <= 14) || vector = 17
%else
  push dword 0                      ; the processor pushed no error code
%endif
  push dword vector
%if vector >= INTERRUPT
  jmp interrupt_common
%else
  jmp trap_common
%endif
%assign vector vector + 1
%endrep

; For debuggers it looks as if the interrupted function had called KiTrapLink: a return address, and ebp saved where a callee saves it.
%macro COMMON 2
extern %2
%1:
  ENTER_KERNEL
  mov eax, esp
  push dword [esp + TrapFrame.eip]
global %2 %+ Link
%2 %+ Link:
  push ebp
  mov ebp, esp
  push eax
  call %2
  mov esp, ebp
  pop ebp
  add esp, 4
  test byte [esp + TrapFrame.cs], 3
  jnz KiExceptionExit
  add esp, TrapFrame.edi
  popad
  add esp, 8                        ; vector and error code
  iret
%endmacro

COMMON trap_common, KiTrap
COMMON interrupt_common, KiInterrupt

; The way to ring 3, with the frame at ESP. Interrupts are off from the look at what is left to do until IRET: nothing comes in between.
; A thread that should not go on, or not now, is seen by one comparison: see UserReturn.swift.
extern KiReturnToUser
global KiExceptionExit
KiExceptionExit:
  cli
  mov eax, [READY_SUMMARY]
  cmp eax, [PREEMPTION]
  jae .work
  LEAVE_TO_USER
.work:
  call KiReturnToUser
  jmp KiExceptionExit

; void KiEnterUserMode(TrapFrame *frame): does not return. The frame is at the top of the thread's kernel stack.
global KiEnterUserMode
KiEnterUserMode:
  mov esp, [esp + 4]
  xor ebp, ebp
  jmp KiExceptionExit

; The processor has switched tasks: the state of whoever faulted is in task_state.
global double_fault_entry
extern KiDoubleFault
double_fault_entry:
  cld
  call KiDoubleFault

extern gdt_set_tasks, double_fault_task_state
global idt_initialize
idt_initialize:
  push edi
  call gdt_set_tasks
  mov ecx, VECTORS
  mov esi, stubs
  mov edx, idt
.gate:
  lodsd
  mov [edx], ax
  mov word [edx + 2], KERNEL_CODE
  mov word [edx + 4], 0x8E00        ; interrupt gate, ring 0
  shr eax, 16
  mov [edx + 6], ax
  add edx, 8
  loop .gate
  mov byte [idt + SYSTEM_CALL * 8 + 5], 0xEE ; for ring 3
  mov eax, cr3
  mov [double_fault_task_state + 0x1C], eax
  mov dword [idt + 8 * 8], DOUBLE_FAULT << 16 ; the double fault's gate is a task gate
  mov dword [idt + 8 * 8 + 4], 0x8500
  or byte [idt + 3 * 8 + 5], 0x60   ; what ring 3 may call: INT3,
  or byte [idt + 4 * 8 + 5], 0x60   ; INTO
  or byte [idt + 0x2D * 8 + 5], 0x60 ; and NT's debug service
  lidt [idt_register]
  pop edi
  ret

section .rodata
extern KiSystemService
stubs:
%assign vector 0
%rep VECTORS
%if vector = SYSTEM_CALL
  dd KiSystemService
%else
  dd trap%+vector
%endif
%assign vector vector + 1
%endrep
idt_register:
  dw VECTORS * 8 - 1
  dd idt

section .bss
alignb 8
idt: resb VECTORS * 8
