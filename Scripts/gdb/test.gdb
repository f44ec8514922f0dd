# A session with gdb as Scripts/tests/debugger.py runs it: from the first page fault of the boot to the prompt.
break MmAccessFault
continue
printf "CR2 is 0x%08x\n", $cr2
backtrace
pte $cr2
pfn 0x100
pool ((unsigned *)&KdDebuggerDataBlock)[4]
sbreak PfnDatabase
delete
kd q
