; What the thread of a spawned process runs. The service console copies it into the process, sets the registers, and lets the thread run one
; of the routines: each is four bytes long and ends in a HLT, which ring 3 may not execute, so that the exception stops the thread.
bits 32
section .rodata
global console_agent, console_agent_end
align 4
console_agent:
  nop                               ; 0: nothing
  nop
  hlt
  align 4
  int 0x2E                          ; 1: the service EAX with its arguments at EDX
  hlt
  align 4
  mov eax, [edx]                    ; 2: reads
  hlt
  align 4
  mov [edx], eax                    ; 3: writes
  hlt
  align 4
  rep stosb                         ; 4: fills ECX bytes from EDI on with AL
  hlt
  align 4
console_agent_end:
