/// Single instructions that Swift cannot say, the structures shared with the assembly, and the linker's symbols. No policy.
#pragma once
#include <stdbool.h>
#include <stdint.h>
#define INTRINSIC static inline __attribute__((always_inline))

/// What Boot/frames.inc makes of an entry into the kernel. The segment registers (the lower 16 bits; the others mean nothing), and `userEsp` and
/// `userSs` at the end, are there only when it came from ring 3: then the frame is at the very top of the kernel stack. NT: KTRAP_FRAME
typedef struct {
  uint32_t gs, fs, es, ds;
  uint32_t edi, esi, ebp, kernelEsp, ebx, edx, ecx, eax;
  uint32_t vector, error, eip, cs, eflags, userEsp, userSs;
} TrapFrame;

/// Locked operations, on both sides of the machine seam.
INTRINSIC uint32_t cpu_exchange(uint32_t *word, uint32_t value) { return __atomic_exchange_n(word, value, __ATOMIC_ACQUIRE); }
INTRINSIC void cpu_release(uint32_t *word) { __atomic_store_n(word, 0, __ATOMIC_RELEASE); }
/// Puts `value` into a word that is 0; false, and nothing happens, if it is not.
INTRINSIC bool cpu_fill_empty(uint32_t *word, uint32_t value) {
  uint32_t empty = 0;
  return __atomic_compare_exchange_n(word, &empty, value, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED);
}
INTRINSIC uint32_t cpu_atomic_load(const uint32_t *word) { return __atomic_load_n(word, __ATOMIC_RELAXED); }
INTRINSIC void cpu_atomic_store(uint32_t *word, uint32_t value) { __atomic_store_n(word, value, __ATOMIC_RELAXED); }
INTRINSIC void cpu_atomic_add(uint32_t *word, uint32_t value) { (void)__atomic_fetch_add(word, value, __ATOMIC_RELAXED); }
INTRINSIC void cpu_atomic_and(uint32_t *word, uint32_t bits) { (void)__atomic_fetch_and(word, bits, __ATOMIC_RELAXED); }
INTRINSIC uint32_t cpu_atomic_take(uint32_t *word) { return __atomic_exchange_n(word, 0, __ATOMIC_RELAXED); }

/// The processor control region; a thread of the host tests is a processor of its own. NT: KPCR
typedef struct {
  uint32_t irql;       ///< the current interrupt request level, 0..31
  uint32_t pending;    ///< software interrupts asked for: see SoftwareInterrupts.swift
  uint32_t heldRanks;  ///< a bit for each lock rank held; kept by the host tests only
  uint32_t systemRangeStart;  ///< where user space ends: 80000000, or C0000000 with /3GB. NT: MmSystemRangeStart
  uint32_t readySummary;  ///< a bit for each priority at which threads are ready. NT: KPRCB.ReadySummary
  uint32_t preemption;    ///< the running thread leaves ring 3 when `readySummary` is at least this: see UserReturn.swift
} ProcessorControl;
_Static_assert(__builtin_offsetof(ProcessorControl, systemRangeStart) == 12, "Boot/boot.nasm sets it, Boot/services.nasm reads it");
_Static_assert(__builtin_offsetof(ProcessorControl, preemption) == 20, "Boot/frames.inc says where the last three are");
#if defined(__i386__)
/// At a fixed address, as NT has it: reached without a register or a table. See SystemLayout.processorControl.
INTRINSIC ProcessorControl *cpu_control(void) { return (ProcessorControl *)0xFFDFF000; }
#else
/// Weak, so that there is one for all object files.
__attribute__((weak)) ProcessorControl *cpu_control(void) {
  static _Thread_local ProcessorControl control = {.systemRangeStart = 0x80000000};
  return &control;
}
/// CR3 of the simulated computer that a host thread is a processor of; `computer` is 0 while it is at the directory that the computer started with.
typedef struct {
  uint64_t computer;
  uint32_t directory;
} SimulatedCr3;
__attribute__((weak)) SimulatedCr3 *cpu_simulated_cr3(void) {
  static _Thread_local SimulatedCr3 cr3;
  return &cr3;
}
/// Puts `value` into a word that is still `expected`; false, and nothing happens, if it is not.
INTRINSIC bool cpu_replace(uint32_t *word, uint32_t expected, uint32_t value) {
  return __atomic_compare_exchange_n(word, &expected, value, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}
#endif
INTRINSIC uint32_t cpu_irql(void) { return *(volatile uint32_t *)&cpu_control()->irql; }
INTRINSIC void cpu_set_irql(uint32_t level) { *(volatile uint32_t *)&cpu_control()->irql = level; __asm__ volatile("" ::: "memory"); }
INTRINSIC uint32_t cpu_pending(void) { return *(volatile uint32_t *)&cpu_control()->pending; }
INTRINSIC void cpu_request(uint32_t bits) { __asm__ volatile("orl %1,%0" : "+m"(cpu_control()->pending) : "ri"(bits) : "memory"); }
INTRINSIC uint32_t cpu_take_pending(void) { return cpu_atomic_take(&cpu_control()->pending); }
INTRINSIC uint32_t cpu_system_range_start(void) { return cpu_control()->systemRangeStart; }
INTRINSIC void cpu_set_system_range_start(uint32_t start) { cpu_control()->systemRangeStart = start; }
INTRINSIC uint32_t cpu_ready_summary(void) { return cpu_control()->readySummary; }
INTRINSIC void cpu_set_ready_summary(uint32_t bits) { cpu_control()->readySummary = bits; }
INTRINSIC uint32_t cpu_preemption(void) { return *(volatile uint32_t *)&cpu_control()->preemption; }
INTRINSIC void cpu_set_preemption(uint32_t bits) { *(volatile uint32_t *)&cpu_control()->preemption = bits; }
INTRINSIC uint32_t cpu_held_ranks(void) { return cpu_control()->heldRanks; }
INTRINSIC void cpu_set_held_ranks(uint32_t ranks) { cpu_control()->heldRanks = ranks; }

#if defined(__i386__)
/// Runs what became pending while the IRQL was at or above DISPATCH_LEVEL. NT: KiDispatchInterrupt
void KiDispatchInterrupt(void);
/// Stops the system. The Executive's.
_Noreturn void KeBugCheckEx(uint32_t code, uint32_t p1, uint32_t p2, uint32_t p3, uint32_t p4);
/// Boot/switch.nasm: saves the callee-saved registers and the stack pointer in `saved`, and goes on where the other thread did the same.
void KiSwapContext(uint32_t *saved, uint32_t next);
/// Boot/switch.nasm: where a new thread begins.
extern uint8_t KiThreadStartup[];
/// Boot/traps.nasm: goes to ring 3 with what the frame says.
_Noreturn void KiEnterUserMode(TrapFrame *frame);
INTRINSIC uint32_t cpu_thread_startup(void) { return (uint32_t)KiThreadStartup; }

/// Memory that is there: never faults.
INTRINSIC uint32_t cpu_load32(uint32_t va) { return *(volatile uint32_t *)va; }
INTRINSIC void cpu_store32(uint32_t va, uint32_t value) { *(volatile uint32_t *)va = value; }
INTRINSIC uint16_t cpu_load16(uint32_t va) { return *(volatile uint16_t *)va; }
INTRINSIC void cpu_store16(uint32_t va, uint16_t value) { *(volatile uint16_t *)va = value; }
INTRINSIC uint8_t cpu_load8(uint32_t va) { return *(volatile uint8_t *)va; }
INTRINSIC void cpu_store8(uint32_t va, uint8_t value) { *(volatile uint8_t *)va = value; }
INTRINSIC void cpu_add32(uint32_t va, uint32_t value) { __asm__ volatile("lock addl %1,(%0)" ::"r"(va), "ri"(value) : "memory", "cc"); }

/// Memory that may fault: the compiler must have every variable in memory before, and reload after.
INTRINSIC uint32_t cpu_load32_may_fault(uint32_t va) { uint32_t v; __asm__ volatile("movl (%1),%0" : "=r"(v) : "r"(va) : "memory"); return v; }
INTRINSIC uint8_t cpu_load8_may_fault(uint32_t va) { uint8_t v; __asm__ volatile("movb (%1),%0" : "=q"(v) : "r"(va) : "memory"); return v; }
INTRINSIC void cpu_store32_may_fault(uint32_t va, uint32_t v) { __asm__ volatile("movl %1,(%0)" ::"r"(va), "r"(v) : "memory"); }
INTRINSIC void cpu_store8_may_fault(uint32_t va, uint8_t v) { __asm__ volatile("movb %1,(%0)" ::"r"(va), "q"(v) : "memory"); }

INTRINSIC void cpu_fill32(uint32_t va, uint32_t value, uint32_t count) {
  __asm__ volatile("rep stosl" : "+D"(va), "+c"(count) : "a"(value) : "memory");
}
INTRINSIC void cpu_copy32(uint32_t to, uint32_t from, uint32_t count) {
  __asm__ volatile("rep movsl" : "+D"(to), "+S"(from), "+c"(count) : : "memory");
}

/// Copies and then loads CR3 with nothing in between: what is copied may be the running stack.
INTRINSIC void cpu_activate(uint32_t directory, uint32_t to, uint32_t from, uint32_t words) {
  __asm__ volatile("rep movsl; movl %3,%%cr3" : "+D"(to), "+S"(from), "+c"(words) : "a"(directory) : "memory");
}

INTRINSIC uint32_t cpu_cr0(void) { uint32_t v; __asm__ volatile("mov %%cr0,%0" : "=r"(v)); return v; }
INTRINSIC uint32_t cpu_cr2(void) { uint32_t v; __asm__ volatile("mov %%cr2,%0" : "=r"(v)); return v; }
INTRINSIC uint32_t cpu_cr3(void) { uint32_t v; __asm__ volatile("mov %%cr3,%0" : "=r"(v)); return v; }
INTRINSIC uint32_t cpu_cr4(void) { uint32_t v; __asm__ volatile("mov %%cr4,%0" : "=r"(v)); return v; }
INTRINSIC void cpu_set_cr3(uint32_t v) { __asm__ volatile("mov %0,%%cr3" ::"r"(v) : "memory"); }
INTRINSIC void cpu_invlpg(uint32_t va) { __asm__ volatile("invlpg (%0)" ::"r"(va) : "memory"); }
INTRINSIC uint32_t cpu_bit_scan_forward(uint32_t v) { return (uint32_t)__builtin_ctz(v); }
INTRINSIC uint32_t cpu_bit_scan_reverse(uint32_t v) { return 31u - (uint32_t)__builtin_clz(v); }

INTRINSIC void cpu_out8(uint16_t port, uint8_t v) { __asm__ volatile("outb %0,%1" ::"a"(v), "Nd"(port)); }
INTRINSIC uint8_t cpu_in8(uint16_t port) { uint8_t v; __asm__ volatile("inb %1,%0" : "=a"(v) : "Nd"(port)); return v; }
INTRINSIC void cpu_out16(uint16_t port, uint16_t v) { __asm__ volatile("outw %0,%1" ::"a"(v), "Nd"(port)); }
INTRINSIC uint16_t cpu_in16(uint16_t port) { uint16_t v; __asm__ volatile("inw %1,%0" : "=a"(v) : "Nd"(port)); return v; }
INTRINSIC void cpu_out32(uint16_t port, uint32_t v) { __asm__ volatile("outl %0,%1" ::"a"(v), "Nd"(port)); }
INTRINSIC uint32_t cpu_in32(uint16_t port) { uint32_t v; __asm__ volatile("inl %1,%0" : "=a"(v) : "Nd"(port)); return v; }
INTRINSIC void cpu_cli(void) { __asm__ volatile("cli" ::: "memory"); }
INTRINSIC void cpu_sti(void) { __asm__ volatile("sti" ::: "memory"); }
INTRINSIC void cpu_sti_hlt(void) { __asm__ volatile("sti; hlt" ::: "memory"); }
INTRINSIC void cpu_hlt(void) { __asm__ volatile("hlt" ::: "memory"); }
INTRINSIC uint64_t cpu_rdtsc(void) { uint32_t lo, hi; __asm__ volatile("rdtsc" : "=a"(lo), "=d"(hi)); return (uint64_t)hi << 32 | lo; }
INTRINSIC uint32_t cpu_rdtsc_low(void) { uint32_t lo; __asm__ volatile("rdtsc" : "=a"(lo) : : "edx", "memory"); return lo; }
INTRINSIC uint32_t cpu_ebp(void) { uint32_t v; __asm__ volatile("mov %%ebp,%0" : "=r"(v)); return v; }
INTRINSIC uint32_t cpu_esp(void) { uint32_t v; __asm__ volatile("mov %%esp,%0" : "=r"(v)); return v; }
INTRINSIC uint32_t cpu_eflags(void) { uint32_t v; __asm__ volatile("pushfl; pop %0" : "=r"(v)); return v; }
INTRINSIC void cpu_compiler_barrier(void) { __asm__ volatile("" ::: "memory"); }
INTRINSIC void cpu_debug_service(void) { __asm__ volatile("int $0x2d" ::: "memory"); }

/// The registers of the function this is inlined in; ESP goes to `kernelEsp`. NT: RtlCaptureContext
INTRINSIC void cpu_capture(TrapFrame *frame) {
  __asm__ volatile(
      "movl %%edi,16(%0); movl %%esi,20(%0); movl %%ebp,24(%0); movl %%esp,28(%0); movl %%ebx,32(%0); movl %%edx,36(%0); movl %%ecx,40(%0);"
      "movl %%eax,44(%0); call 1f; 1: popl 56(%0); movl %%cs,60(%0); pushfl; popl 64(%0)" ::"r"(frame) : "memory");
}

/// Boot/*.nasm and Linker/kernel.ld.
extern uint8_t kernel_text_start[], kernel_text_end[];  ///< read-only part, page aligned
extern uint8_t kernel_data_start[], kernel_data_end[];  ///< writable part, page aligned
extern uint8_t kernel_data_load[];                      ///< the physical address at which the loader put the writable part
extern uint8_t kernel_symbols[];                        ///< see Scripts/symbols.py
extern uint8_t pool_text_start[], pool_text_end[];      ///< the code of the pools. NT: the POOLCODE section
extern uint8_t boot_stack_top[];
extern uint8_t KdDebuggerDataBlock[];
extern uint32_t task_state[26], double_fault_task_state[26];  ///< NT: KTSS; see TaskState.swift
extern const uint32_t recovery_table[], recovery_table_end[];  ///< start, end, landing of each range
/// Boot/memory.nasm: a copy that may meet a bad address. The upper half of what it returns is then the status of the fault, else 0; the lower half
/// is how many bytes were not copied.
uint64_t KiProbeCopy(uint32_t to, uint32_t from, uint32_t bytes);

/// Single accesses that may meet a bad address: a fault that cannot be resolved goes on behind the instruction with its status in edx, which is 0
/// otherwise. Written out where they are used, for most services make several.
#define PROBE(instruction) "xorl %%edx,%%edx; 1: " instruction "; 2: .pushsection .recovery,\"a\",@progbits; .long 1b,2b,2b; .popsection"
/// The status is the upper half; the lower half is the dword, if it could be read.
INTRINSIC uint64_t cpu_probe_read32(uint32_t from) {
  uint32_t value = 0, status;
  __asm__ volatile(PROBE("movl (%2),%0") : "+&r"(value), "=&d"(status) : "r"(from) : "memory", "cc");
  return (uint64_t)status << 32 | value;
}
/// The same, and the dword can be written too. In one access, as no other thread may come between.
INTRINSIC uint64_t cpu_probe_update32(uint32_t at) {
  uint32_t value = 0, status;
  __asm__ volatile(PROBE("lock xaddl %0,(%2)") : "+&r"(value), "=&d"(status) : "r"(at) : "memory", "cc");
  return (uint64_t)status << 32 | value;
}
/// The status.
INTRINSIC uint32_t cpu_probe_write32(uint32_t to, uint32_t value) {
  uint32_t status;
  __asm__ volatile(PROBE("movl %2,(%1)") : "=&d"(status) : "r"(to), "r"(value) : "memory", "cc");
  return status;
}
/// The status; the byte can be written if it is 0.
INTRINSIC uint32_t cpu_probe_update8(uint32_t at) {
  uint32_t status;
  __asm__ volatile(PROBE("lock orb $0,(%1)") : "=&d"(status) : "r"(at) : "memory", "cc");
  return status;
}
/// Boot/services.nasm: see ServiceTable.swift.
extern const uint8_t KiServiceNames[], KiArgumentTable[];
extern const uint32_t KiServiceCount;
extern uint32_t KeSystemCalls;  ///< since the start
INTRINSIC uint32_t cpu_service_names(void) { return (uint32_t)KiServiceNames; }
INTRINSIC uint32_t cpu_service_arguments(void) { return (uint32_t)KiArgumentTable; }
INTRINSIC uint32_t cpu_service_count(void) { return KiServiceCount; }
INTRINSIC uint32_t cpu_system_calls(void) { return *(volatile uint32_t *)&KeSystemCalls; }
/// Where the processor goes on with the stack when ring 3 enters the kernel. NT: KTSS.Esp0
INTRINSIC void cpu_set_kernel_stack(uint32_t top) { ((volatile uint32_t *)task_state)[1] = top; }
INTRINSIC uint32_t cpu_task_state(void) { return (uint32_t)task_state; }
INTRINSIC uint32_t cpu_double_fault_task_state(void) { return (uint32_t)double_fault_task_state; }
INTRINSIC uint32_t cpu_recovery_table(void) { return (uint32_t)recovery_table; }
INTRINSIC uint32_t cpu_recovery_table_end(void) { return (uint32_t)recovery_table_end; }
INTRINSIC uint32_t cpu_text_start(void) { return (uint32_t)kernel_text_start; }
INTRINSIC uint32_t cpu_text_end(void) { return (uint32_t)kernel_text_end; }
INTRINSIC uint32_t cpu_data_start(void) { return (uint32_t)kernel_data_start; }
INTRINSIC uint32_t cpu_data_end(void) { return (uint32_t)kernel_data_end; }
INTRINSIC uint32_t cpu_data_load(void) { return (uint32_t)kernel_data_load; }
INTRINSIC uint32_t cpu_symbols(void) { return (uint32_t)kernel_symbols; }
INTRINSIC uint32_t cpu_pool_text_start(void) { return (uint32_t)pool_text_start; }
INTRINSIC uint32_t cpu_pool_text_end(void) { return (uint32_t)pool_text_end; }
INTRINSIC uint32_t cpu_boot_stack_top(void) { return (uint32_t)boot_stack_top; }
INTRINSIC uint32_t cpu_debugger_data(void) { return (uint32_t)KdDebuggerDataBlock; }

/// Boot/agent.nasm.
extern const uint8_t console_agent[], console_agent_end[];
INTRINSIC uint32_t cpu_agent_code(void) { return (uint32_t)console_agent; }
INTRINSIC uint32_t cpu_agent_code_bytes(void) { return (uint32_t)(console_agent_end - console_agent); }

/// Only the kernel that carries the target tests has it.
extern void KiRunTests(void) __attribute__((weak));
INTRINSIC bool kernel_has_tests(void) { return KiRunTests != 0; }
/// By way of memory: the distance to a function that is not there would depend on where the image is.
INTRINSIC void kernel_run_tests(void) {
  void (*volatile run)(void) = KiRunTests;
  if (run) run();
}
#endif
