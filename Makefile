# Selfmap. `make help` lists the commands; Scripts/ does the work.
MEMORY     ?= 64M
CMDLINE    ?=
DISK       ?=
QEMU_FLAGS ?=
FORMAT     ?= table
PROGRAMS   ?= $(shell Scripts/programs --list)
export MEMORY CMDLINE DISK QEMU_FLAGS FORMAT PROGRAMS

build_tools := nasm python3
boot_tools  := $(build_tools) qemu-system-i386
disk_tools  := mkfs.fat mcopy
iso_tools   := $(build_tools) grub-mkrescue grub-pc-bin xorriso mformat

.NOTPARALLEL:
.PHONY: help run test debug disk iso run-iso bench lint format clean FORCE

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo 'Variables: MEMORY=64M CMDLINE="/MAXMEM=32 ..." DISK=disk.img QEMU_FLAGS="..." PROGRAMS="hog spin" FORMAT=tsv'

run: ## boot in QEMU, serial line on the terminal; takes commands from a pipe too
	@Scripts/setup $(boot_tools)
	@Scripts/build kernel
	@Scripts/programs
	@Scripts/run .build/kernel.elf

test: ## host tests, image checks and target tests; ends with "N passed, N failed"
	@Scripts/setup $(boot_tools) $(iso_tools) $(disk_tools) gdb grub-file
	@Scripts/test.py

debug: ## QEMU stopped at its first instruction, gdb connected to it
	@Scripts/setup $(boot_tools) gdb
	@Scripts/build kernel
	@Scripts/programs
	@Scripts/debug .build/kernel.elf

disk: ## make a disk image with an empty volume, DISK=disk.img if not given
	@Scripts/setup $(disk_tools)
	@Scripts/disk $(or $(DISK),disk.img)

iso: ## make the GRUB image .build/selfmap.iso
	@Scripts/setup $(iso_tools)
	@Scripts/build kernel
	@Scripts/programs
	@Scripts/iso .build/kernel.elf .build/selfmap.iso

run-iso: ## boot the GRUB image from the emulated CD
	@Scripts/setup $(boot_tools) $(iso_tools)
	@Scripts/build kernel
	@Scripts/programs
	@Scripts/iso .build/kernel.elf .build/selfmap.iso
	@Scripts/run .build/selfmap.iso

bench: ## the kernel's benchmarks in instructions; FORMAT=tsv for the numbers alone
	@Scripts/setup $(boot_tools) $(disk_tools)
	@Scripts/build kernel
	@Scripts/programs
	@Scripts/build test-kernel
	@Scripts/bench.py

lint: ## check the format of the Swift sources and the syntax of the scripts
	@Scripts/setup python3
	@Scripts/lint

format: ## reformat the Swift sources in place
	@Scripts/setup
	@swift format --in-place --recursive --parallel Kernel Tests Package.swift

clean: ## remove everything that was built
	@rm -rf .build .build-release .build-tsan

# The images by name, without the check of the tools: .build/kernel.elf and .build/test-kernel.elf.
.build/%.elf: FORCE
	@Scripts/build $*
