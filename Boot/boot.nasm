; From the boot loader to KiSystemStartup: a first page directory, the jump to high addresses, descriptor tables, a stack.
%include "frames.inc"
bits 32
LARGE   equ 0x83                    ; present, writable, 4 MB
MOVE    equ 0x60000000              ; how far /3GB moves the image
WINDOW  equ 0xA0000000 >> 22        ; directory index of the loader's window: SystemLayout.bootWindow

section .boot progbits alloc exec nowrite align=4096
align 4
  dd 0x1BADB002, 0x00000003, -(0x1BADB002 + 0x00000003)   ; multiboot 1: page-aligned modules, memory map

extern boot_directory_load, boot_data_table_load, boot_control_table_load, boot_control_load, boot_stack_top_load, kernel_data_load
extern has_large_user_space, relocate_image
global _start
_start:
  cli
  mov edi, eax                      ; the loader's magic number
  mov ebp, ebx                      ; and its information
  mov esp, boot_stack_top_load
  mov dword [boot_control_load + 12], 0x80000000  ; ProcessorControl.systemRangeStart
  call has_large_user_space
  imul eax, MOVE
  test eax, eax
  jz  .image_stays
  mov dword [boot_control_load + 12], 0xC0000000
  call relocate_image
.image_stays:
  shr eax, 20
  mov edx, eax                      ; how far that is in the page directory, in bytes

  mov esi, boot_directory_load
  mov dword [esi], LARGE            ; where this code runs, until the jump
  mov dword [esi + edx + 0x200 * 4], LARGE
  mov eax, boot_data_table_load
  mov ecx, eax
  or  eax, 3
  mov [esi + edx + 0x201 * 4], eax  ; the kernel's data is linked 4 MB up, but loaded behind the text
  mov eax, kernel_data_load
  or  eax, 3
  xor ebx, ebx
.data_page:
  mov [ecx + ebx * 4], eax
  add eax, 4096
  inc ebx
  cmp ebx, 1024
  jb  .data_page
  mov eax, LARGE                    ; the first 512 MB of RAM, for reading what the loader left
  xor ebx, ebx
.window_page:
  mov [esi + (WINDOW + ebx) * 4], eax
  add eax, 0x400000
  inc ebx
  cmp ebx, 128
  jb  .window_page

  mov eax, esi
  or  eax, 3
  mov [esi + 0x300 * 4], eax        ; the self-map: a bug check looks at page tables
  mov eax, boot_control_table_load
  mov ecx, eax
  or  eax, 3
  mov [esi + 0x3FF * 4], eax
  mov eax, boot_control_load
  or  eax, 3
  mov [ecx + 0x1FF * 4], eax        ; FFDFF000: NT's processor control region

  mov cr3, esi
  mov eax, cr4
  or  eax, 0x10                     ; PSE
  mov cr4, eax
  mov eax, cr0
  or  eax, 0x80010004               ; PG, WP, EM: no floating point, whose registers no one saves
  and eax, 0x9FFFFFFF               ; caches on
  mov cr0, eax
  mov eax, start_high
  jmp eax

section .text
extern KiSystemStartup, idt_initialize
start_high:
  mov esp, boot_stack_top
  lgdt [gdt_register]
  jmp KERNEL_CODE:.code_segment
.code_segment:
  mov ax, KERNEL_STACK
  mov ss, ax
  mov ax, USER_DATA
  mov ds, ax
  mov es, ax
  xor eax, eax
  mov fs, ax
  mov gs, ax
  call idt_initialize                ; fills in where the task state segments are
  mov ax, TASK_STATE
  ltr ax
  mov eax, ebp
  xor ebp, ebp                      ; the end of every stack trace
  push ebp                          ; keeps the arguments aligned as the ABI wants
  push ebp
  push eax
  push edi
  call KiSystemStartup
.halt:
  cli
  hlt
  jmp .halt

; Writes base addresses that the linker cannot split into the descriptors of the two task state segments.
global gdt_set_tasks
gdt_set_tasks:
  mov eax, task_state
  mov edx, gdt + TASK_STATE
  call .set
  mov eax, double_fault_task_state
  mov edx, gdt + DOUBLE_FAULT
.set:
  mov [edx + 2], ax
  shr eax, 16
  mov [edx + 4], al
  mov [edx + 7], ah
  ret

section .data
align 8
gdt:
  dq 0
  dq 0x00CF9A000000FFFF             ; 08 code of the kernel
  dq 0x00CF92000000FFFF             ; 10 its stack
  dq 0x00CFFA000000FFFF             ; 18 code of ring 3
  dq 0x00CFF2000000FFFF             ; 20 data
  dq 0x0000890000000067             ; 28 task state
  dq 0x0000890000000067             ; 30 task state of the double fault
gdt_register:
  dw gdt_register - gdt - 1
  dd gdt

; NT: KTSS. It says where the stack for an entry from ring 3 is: esp0 changes with the thread. There is no map of I/O ports, so that ring 3
; reaches none: the offset of the map is the segment's end. The double fault has a task of its own: it comes when the kernel stack is gone.
global task_state, double_fault_task_state
extern double_fault_entry
align 16
task_state:
  dd 0, 0, KERNEL_STACK             ; link, esp0, ss0
  times 22 dd 0
  dd 104 << 16
double_fault_task_state:
  times 8 dd 0
  dd double_fault_entry, 2          ; eip, eflags
  dd 0, 0, 0, 0                     ; eax, ecx, edx, ebx
  dd double_fault_stack_top, 0, 0, 0; esp, ebp, esi, edi
  dd USER_DATA, KERNEL_CODE, KERNEL_STACK, USER_DATA, 0, 0, 0 ; es, cs, ss, ds, fs, gs, ldt
  dd 104 << 16

section .bss
global boot_directory, boot_data_table, boot_control_table, boot_control, boot_stack_top, KdDebuggerDataBlock
alignb 4096
boot_directory: resb 4096
boot_data_table: resb 4096
boot_control_table: resb 4096
boot_control: resb 4096             ; the processor control region until the memory manager maps its own
KdDebuggerDataBlock: resb 32
alignb 16
boot_stack: resb 16384
boot_stack_top:
double_fault_stack: resb 8192
double_fault_stack_top:
