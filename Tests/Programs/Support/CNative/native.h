/// What user programs cannot say in Swift: NT's services by name, accesses to memory that may not be there, single instructions.
#pragma once
#include <stdint.h>
#define INTRINSIC static inline __attribute__((always_inline))

/// A stub's symbol carries the number of its arguments: a declaration that disagrees with Boot/services.inc does not link.
#define SERVICE(name, arguments) __asm__(#name "_" #arguments)

typedef struct { uint16_t length, maximumLength; const uint16_t *buffer; } UnicodeString;  ///< in bytes. NT: UNICODE_STRING
typedef struct {
  uint32_t length, rootDirectory;
  const UnicodeString *name;
  uint32_t attributes, securityDescriptor, securityQuality;
} ObjectAttributes;  ///< NT: OBJECT_ATTRIBUTES

uint32_t NtAllocateVirtualMemory(uint32_t process, uint32_t *base, uint32_t zeroBits, uint32_t *size, uint32_t type, uint32_t protect)
    SERVICE(NtAllocateVirtualMemory, 6);
uint32_t NtClose(uint32_t handle) SERVICE(NtClose, 1);
uint32_t NtCreatePagingFile(const UnicodeString *name, const uint64_t *minimum, const uint64_t *maximum, uint32_t priority)
    SERVICE(NtCreatePagingFile, 4);
uint32_t NtCreateProcess(uint32_t *process, uint32_t access, const ObjectAttributes *attributes, uint32_t parent, uint32_t isInheriting,
                         uint32_t section, uint32_t debugPort, uint32_t exceptionPort) SERVICE(NtCreateProcess, 8);
uint32_t NtDelayExecution(uint32_t isAlertable, const int64_t *interval) SERVICE(NtDelayExecution, 2);
uint32_t NtDisplayString(const UnicodeString *text) SERVICE(NtDisplayString, 1);
uint32_t NtFlushVirtualMemory(uint32_t process, uint32_t *base, uint32_t *size, uint32_t *ioStatus) SERVICE(NtFlushVirtualMemory, 4);
uint32_t NtFreeVirtualMemory(uint32_t process, uint32_t *base, uint32_t *size, uint32_t type) SERVICE(NtFreeVirtualMemory, 4);
uint32_t NtGetWriteWatch(uint32_t process, uint32_t flags, uint32_t base, uint32_t size, uint32_t addresses, uint32_t *count, uint32_t *granularity)
    SERVICE(NtGetWriteWatch, 7);
uint32_t NtLockVirtualMemory(uint32_t process, uint32_t *base, uint32_t *size, uint32_t options) SERVICE(NtLockVirtualMemory, 4);
uint32_t NtProtectVirtualMemory(uint32_t process, uint32_t *base, uint32_t *size, uint32_t protect, uint32_t *old) SERVICE(NtProtectVirtualMemory, 5);
uint32_t NtQueryInformationProcess(uint32_t process, uint32_t kind, void *buffer, uint32_t bytes, uint32_t *returned)
    SERVICE(NtQueryInformationProcess, 5);
uint32_t NtQueryVirtualMemory(uint32_t process, uint32_t address, uint32_t kind, void *buffer, uint32_t bytes, uint32_t *returned)
    SERVICE(NtQueryVirtualMemory, 6);
uint32_t NtReadVirtualMemory(uint32_t process, uint32_t from, uint32_t to, uint32_t bytes, uint32_t *copied) SERVICE(NtReadVirtualMemory, 5);
uint32_t NtResetWriteWatch(uint32_t process, uint32_t base, uint32_t size) SERVICE(NtResetWriteWatch, 3);
uint32_t NtSetInformationProcess(uint32_t process, uint32_t kind, const void *buffer, uint32_t bytes) SERVICE(NtSetInformationProcess, 4);
uint32_t NtTerminateProcess(uint32_t process, uint32_t status) SERVICE(NtTerminateProcess, 2);
uint32_t NtTestAlert(void) SERVICE(NtTestAlert, 0);
uint32_t NtUnlockVirtualMemory(uint32_t process, uint32_t *base, uint32_t *size, uint32_t options) SERVICE(NtUnlockVirtualMemory, 4);
uint32_t NtWaitForSingleObject(uint32_t handle, uint32_t isAlertable, const int64_t *timeout) SERVICE(NtWaitForSingleObject, 3);
uint32_t NtWriteVirtualMemory(uint32_t process, uint32_t to, uint32_t from, uint32_t bytes, uint32_t *copied) SERVICE(NtWriteVirtualMemory, 5);
uint32_t NtYieldExecution(void) SERVICE(NtYieldExecution, 0);

/// Startup/services.nasm: any service with any arguments, and the list as data.
uint32_t native_call(uint32_t service, uint32_t arguments);
extern const uint8_t native_service_arguments[];  ///< how many arguments each service has
extern const char native_service_names[];         ///< one after another, each with a zero behind it
extern uint8_t native_service_count[];            ///< an absolute symbol
extern uint8_t program_end[];                     ///< the end of the program's image

#if defined(__i386__)
INTRINSIC uint32_t native_services(void) { return (uint32_t)native_service_count; }
INTRINSIC uint32_t native_names(void) { return (uint32_t)native_service_names; }
INTRINSIC uint32_t native_arguments(uint32_t service) { return native_service_arguments[service]; }
INTRINSIC uint32_t native_program_end(void) { return (uint32_t)program_end; }

/// Memory that may fault: the compiler keeps the access and its place.
INTRINSIC uint32_t native_load32(uint32_t va) { uint32_t v; __asm__ volatile("movl (%1),%0" : "=r"(v) : "r"(va) : "memory"); return v; }
INTRINSIC void native_store32(uint32_t va, uint32_t v) { __asm__ volatile("movl %1,(%0)" ::"r"(va), "r"(v) : "memory"); }
INTRINSIC uint8_t native_load8(uint32_t va) { uint8_t v; __asm__ volatile("movb (%1),%0" : "=q"(v) : "r"(va) : "memory"); return v; }
INTRINSIC void native_store8(uint32_t va, uint8_t v) { __asm__ volatile("movb %1,(%0)" ::"r"(va), "q"(v) : "memory"); }
INTRINSIC void native_fill32(uint32_t va, uint32_t value, uint32_t count) {
  __asm__ volatile("rep stosl" : "+D"(va), "+c"(count) : "a"(value) : "memory");
}

INTRINSIC void native_divide_by_zero(void) { __asm__ volatile("xorl %%ecx,%%ecx; divl %%ecx" ::: "eax", "ecx", "edx", "cc"); }
INTRINSIC void native_illegal_instruction(void) { __asm__ volatile("ud2"); }
INTRINSIC void native_breakpoint(void) { __asm__ volatile("int3"); }
INTRINSIC void native_disable_interrupts(void) { __asm__ volatile("cli"); }
INTRINSIC void native_halt(void) { __asm__ volatile("hlt"); }
INTRINSIC void native_read_port(void) { __asm__ volatile("inb $0x60,%%al" ::: "eax"); }
INTRINSIC void native_load_selector(uint32_t selector) { __asm__ volatile("movw %w0,%%es" ::"r"(selector)); }
INTRINSIC void native_push_on(uint32_t stack) {
  __asm__ volatile("movl %%esp,%%ecx; movl %0,%%esp; pushl %%ecx; movl %%ecx,%%esp" ::"a"(stack) : "ecx", "memory");
}
INTRINSIC void native_jump(uint32_t va) { __asm__ volatile("call *%0" ::"r"(va) : "eax", "ecx", "edx", "memory"); }
INTRINSIC void native_pause(void) { __asm__ volatile("pause"); }
INTRINSIC uint32_t native_rdtsc_low(void) { uint32_t v; __asm__ volatile("rdtsc" : "=a"(v) : : "edx", "memory"); return v; }
INTRINSIC void native_compiler_barrier(void) { __asm__ volatile("" ::: "memory"); }
INTRINSIC uint32_t native_esp(void) { uint32_t v; __asm__ volatile("movl %%esp,%0" : "=r"(v)); return v; }
#endif
