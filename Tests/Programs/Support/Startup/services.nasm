; The stubs of NT's services, made from the kernel's own list: number in eax, address of the arguments in edx. C calls.
bits 32

%assign number 0
%macro SERVICE 2
section .text.%1 progbits alloc exec nowrite
global %{1}_%{2}
%{1}_%{2}:
  mov eax, number
  lea edx, [esp + 4]
  int 2Eh
  ret
%assign number number + 1
%endmacro
%include "services.inc"

global native_service_count
native_service_count equ number

; uint32_t native_call(uint32_t service, uint32_t arguments)
section .text.native_call progbits alloc exec nowrite
global native_call
native_call:
  mov eax, [esp + 4]
  mov edx, [esp + 8]
  int 2Eh
  ret

section .rodata.native_service_arguments progbits alloc noexec nowrite
global native_service_arguments
native_service_arguments:
%unmacro SERVICE 2
%macro SERVICE 2
  db %2
%endmacro
%include "services.inc"

section .rodata.native_service_names progbits alloc noexec nowrite
global native_service_names
native_service_names:
%unmacro SERVICE 2
%macro SERVICE 2
%defstr NAME %1
  db NAME, 0
%endmacro
%include "services.inc"
