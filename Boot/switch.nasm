; The switch from one thread's kernel stack to another's, and the first instruction of a new thread.
bits 32
section .text

; void KiSwapContext(uint32_t *saved, uint32_t next)
;
; Called at DISPATCH_LEVEL with interrupts on. What a waiting thread's stack holds from its saved stack pointer up is
;   edi, esi, ebx, ebp, return address
; so that the last two are the first link of its chain of frames: a debugger walks it from saved + 12.
global KiSwapContext
KiSwapContext:
  mov eax, [esp + 4]
  mov edx, [esp + 8]
  push ebp
  push ebx
  push esi
  push edi
  mov [eax], esp
  mov esp, edx
  pop edi
  pop esi
  pop ebx
  pop ebp
  ret

; The return address of a stack made by Thread.prepareStack: registers popped as above, ebp 0 ends the chain of frames.
; NT: KiThreadStartup
extern KiStartThread
global KiThreadStartup
KiThreadStartup:
  push ebp                      ; no caller
  jmp KiStartThread
