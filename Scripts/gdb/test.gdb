# A session with gdb as Scripts/tests/debugger.py runs it: a page fault from the prompt, looked at from its handler, and on to the end.
break MmAccessFault
shell printf '.alloc paged 3000\n' >$SELFMAP_KEYBOARD
kd .pagein e1001234
printf "CR2 is 0x%08x\n", $cr2
info args
backtrace
pte $cr2
pfn 0x100
pool ((unsigned *)&KdDebuggerDataBlock)[4]
sbreak PfnDatabase
delete
shell printf '!pte e1001234\n!verify\n' >$SELFMAP_KEYBOARD
kd q
