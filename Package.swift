// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(), .treatAllWarnings(as: .error), .treatWarning("EmbeddedRestrictions", as: .error),
]

let package = Package(
  name: "Selfmap",
  products: [
    .library(name: "Kernel", type: .static, targets: ["Executive"]),
    .library(name: "TestKernel", type: .static, targets: ["Executive", "TargetTests"]),
  ],
  targets: [
    .systemLibrary(name: "CMachine", path: "Kernel/CMachine"),
    .target(name: "Machine", dependencies: ["CMachine"], path: "Kernel/Machine", swiftSettings: strict),
    .target(name: "MemoryManager", dependencies: ["Machine"], path: "Kernel/MemoryManager", swiftSettings: strict),
    .target(name: "Executive", dependencies: ["CMachine", "Machine", "MemoryManager"], path: "Kernel/Executive", swiftSettings: strict),
    .target(name: "TargetTests", dependencies: ["CMachine", "Machine", "MemoryManager", "Executive"], path: "Tests/Target", swiftSettings: strict),
    .testTarget(name: "MachineTests", dependencies: ["Machine"], path: "Tests/MachineTests"),
    .testTarget(name: "MemoryManagerTests", dependencies: ["Machine", "MemoryManager"], path: "Tests/MemoryManagerTests"),
  ]
)
