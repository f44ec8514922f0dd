// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(), .treatAllWarnings(as: .error), .treatWarning("EmbeddedRestrictions", as: .error),
]

/// The user programs, each a folder of Tests/Programs.
let programs = ["Bench", "Bomb", "Deep", "Faults", "Fuzz", "Hog", "Pattern", "Services", "Spawner", "Spin", "Thrash", "Together"]

let package = Package(
  name: "Selfmap",
  products: [
    .library(name: "Kernel", type: .static, targets: ["Executive"]),
    .library(name: "TestKernel", type: .static, targets: ["Executive", "TargetTests"]),
    .library(name: "Programs", type: .static, targets: programs),
  ],
  targets: [
    .systemLibrary(name: "CMachine", path: "Kernel/CMachine"),
    .target(name: "Machine", dependencies: ["CMachine"], path: "Kernel/Machine", swiftSettings: strict),
    .target(name: "MemoryManager", dependencies: ["Machine"], path: "Kernel/MemoryManager", swiftSettings: strict),
    .target(name: "FileSystem", path: "Kernel/FileSystem", swiftSettings: strict),
    .target(
      name: "Executive", dependencies: ["CMachine", "Machine", "MemoryManager", "FileSystem"], path: "Kernel/Executive", swiftSettings: strict),
    .target(name: "TargetTests", dependencies: ["CMachine", "Machine", "MemoryManager", "Executive"], path: "Tests/Target", swiftSettings: strict),
    .systemLibrary(name: "CNative", path: "Tests/Programs/Support/CNative"),
    .target(name: "Native", dependencies: ["CNative"], path: "Tests/Programs/Support/Native", swiftSettings: strict),
    .testTarget(name: "MachineTests", dependencies: ["Machine"], path: "Tests/MachineTests"),
    .testTarget(name: "MemoryManagerTests", dependencies: ["CMachine", "Machine", "MemoryManager"], path: "Tests/MemoryManagerTests"),
    .testTarget(name: "FileSystemTests", dependencies: ["FileSystem"], path: "Tests/FileSystemTests"),
  ] + programs.map { .target(name: $0, dependencies: ["CNative", "Native"], path: "Tests/Programs/\($0)", swiftSettings: strict) }
)
