#if os(none)
  /// A command of the debugger.
  package struct Command: Sendable {
    typealias Action = @Sendable (inout CommandLine) throws(CommandError) -> Void
    let name: StaticString
    /// Its arguments, as `help` shows them.
    let usage: StaticString
    let help: StaticString
    let run: Action

    init(_ name: StaticString, _ usage: StaticString, _ help: StaticString, _ run: @escaping Action) {
      self.name = name
      self.usage = usage
      self.help = help
      self.run = run
    }
  }

  /// Every command, in the order in which `help` lists them.
  let commandTable: InlineArray<_, Command> = [
    Command("!vm", "", "the classic report; every page is accounted for", showVirtualMemory),
    Command("!memusage", "", "pages by state, and by what uses them", showMemoryUsage),
    Command("!pagefiles", "", "page files: slots, transfers, the modified page writer", showPageFiles),
    Command("!pte", "ADDRESS", "the entries that map an address", showPte),
    Command("!pfn", "FRAME", "a page frame's entry in the PFN database", showPfn),
    Command("!pool", "ADDRESS", "the blocks of a pool page", showPool),
    Command("!poolused", "[2 | 4]", "pool by tag; 2 sorts by nonpaged, 4 by paged", showPoolUsed),
    Command("!sysptes", "", "system PTEs in use and free", showSystemPtes),
    Command("!kva", "", "the system address map, and what is mapped", showAddressMap),
    Command("!process", "[ID [FLAGS]]", "processes; 0 0: all; 7: with threads and stacks", showProcesses),
    Command("!thread", "[ADDRESS]", "one thread: state, stack, what it waits for", showThread),
    Command("!vad", "[ID]", "the ranges of a process's address space", showVads),
    Command("!wsle", "[ID]", "the working set list of a process", showWorkingSet),
    Command("!address", "[ADDRESS]", "memory of the selected process, by region", showAddress),
    Command("!handle", "[ID]", "the handles of a process", showHandles),
    Command(".process", "[ID]", "selects the process that commands look at", selectProcess),
    Command("run", "[OPTIONS] PROGRAM [ARGUMENTS]", "runs a program to its end, or to Ctrl-C", runProgram),
    Command("start", "[OPTIONS] PROGRAM [ARGUMENTS]", "starts a program and does not wait", startProgram),
    Command(".kill", "ID", "ends a process", killProcess),
    Command("!perf", "", "counters of faults, pages and system calls", showPerformance),
    Command("!syscalls", "", "the system services: numbers, arguments, names", showSystemServices),
    Command("!disk", "", "the disk, its partition, and its requests", showDisk),
    Command("!volume", "", "the volume C:: kind, size, what is free, its state", showVolume),
    Command("dir", "[PATH]", "the files of a directory", listDirectory),
    Command("type", "FILE", "the first 4 KB of a file as text", typeFile),
    Command("write", "FILE TEXT", "appends a line to a file, which is made if need be", writeFile),
    Command("copy", "FILE NEWFILE", "copies a file", copyFile),
    Command("size", "FILE BYTES", "cuts a file off, or appends zeroes", setFileSize),
    Command("md", "PATH", "makes a directory", makeDirectory),
    Command("del", "PATH", "deletes a file or an empty directory", deleteFile),
    Command("pagefile", "[FILE MIN MAX]", "opens a page file, sizes in MB; alone: those there are", pageFile),
    Command("!verify", "", "checks the memory manager's state, every page", verifyMemory),
    Command("dd", "[ADDRESS [L COUNT | END]]", "memory as dwords; alone: goes on", dumpDwords),
    Command("db", "[ADDRESS [L COUNT | END]]", "memory as bytes and characters", dumpBytes),
    Command("dq", "[ADDRESS [L COUNT | END]]", "memory as quadwords", dumpQuadwords),
    Command(".alloc", "paged|nonpaged BYTES", "a block of pool to experiment with", allocateAtPrompt),
    Command(".free", "ADDRESS", "gives back what .alloc gave", freeAtPrompt),
    Command(".pagein", "ADDRESS", "touches an address, as a program would", pageIn),
    Command(".trim", "[ID]", "empties the working set of a process", trimAtPrompt),
    Command("spawn", "[OPTIONS] [NAME]", "an empty process for the service console", spawnProcess),
    Command("let", "[NAME[[COUNT]] [= VALUE ...]]", "cells in the memory of a spawned process", letCell),
    Command("call", "SERVICE [ARGUMENT ...]", "makes a system call there, from ring 3", callService),
    Command("peek", "ADDRESS", "reads a dword there, from ring 3", peekMemory),
    Command("poke", "ADDRESS VALUE", "writes a dword there", pokeMemory),
    Command("fill", "ADDRESS SIZE BYTE", "fills memory there", fillMemory),
    Command("r", "", "registers of this thread", showRegisters),
    Command("k", "[FRAME]", "stack trace of this thread, or from an ebp on", showStack),
    Command("ln", "ADDRESS", "the nearest symbol", showNearestSymbol),
    Command("?", "EXPRESSION", "evaluates: 80000000+4, 0n4096, @esp, KiTrap", evaluate),
    Command(".cls", "", "clears the screen", clearScreen),
    Command("help", "[COMMAND]", "this list, or one line of it", showHelp),
    Command("q", "", "powers off", quit),
  ]
#endif
