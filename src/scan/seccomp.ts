/**
 * A seccomp filter (kernel documentation: userspace-api/seccomp_filter) as bubblewrap's --seccomp reads it. The namespaces are
 * the wall; this takes away what is used to climb it: new user namespaces, mounts, kernel keys, BPF, io_uring, tracing, modules.
 * What is refused gets EPERM, and clone3 ENOSYS, because its flags are behind a pointer: libraries then fall back to clone.
 */
export function seccompFilter(architecture: string): Buffer | null {
  const table = ARCHITECTURES[architecture];
  if (table === undefined) return null;
  const { audit, denied, clone, clone3, unshare, x32 } = table;
  const program: Instruction[] = [];
  const refuse = (errno: number): Instruction => [RETURN, 0, 0, SECCOMP_RET_ERRNO | errno];
  program.push([LOAD, 0, 0, OFFSET_ARCHITECTURE], [JUMP_EQUAL, 1, 0, audit], refuse(EPERM));
  program.push([LOAD, 0, 0, OFFSET_NUMBER]);
  // The x32 numbers of the same calls.
  if (x32) program.push([JUMP_GREATER_OR_EQUAL, 0, 1, 0x40000000], refuse(EPERM));
  for (const number of denied) program.push([JUMP_EQUAL, 0, 1, number], refuse(EPERM));
  program.push([JUMP_EQUAL, 0, 1, clone3], refuse(ENOSYS));
  for (const number of [clone, unshare]) {
    program.push(
      [JUMP_EQUAL, 0, 4, number],
      [LOAD, 0, 0, OFFSET_FIRST_ARGUMENT],
      [JUMP_ANY_BIT, 0, 1, CLONE_NEWUSER],
      refuse(EPERM),
      [RETURN, 0, 0, SECCOMP_RET_ALLOW],
    );
  }
  program.push([RETURN, 0, 0, SECCOMP_RET_ALLOW]);
  return encode(program);
}

/** struct sock_filter: code, jump if true, jump if false, operand. */
type Instruction = readonly [code: number, jumpTrue: number, jumpFalse: number, operand: number];

const LOAD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_GREATER_OR_EQUAL = 0x35;
const JUMP_ANY_BIT = 0x45;
const RETURN = 0x06;
const SECCOMP_RET_ALLOW = 0x7fff0000;
const SECCOMP_RET_ERRNO = 0x00050000;
const EPERM = 1;
const ENOSYS = 38;
const CLONE_NEWUSER = 0x10000000;
/** Offsets in struct seccomp_data, little-endian. */
const OFFSET_NUMBER = 0;
const OFFSET_ARCHITECTURE = 4;
const OFFSET_FIRST_ARGUMENT = 16;

interface Architecture {
  /** AUDIT_ARCH_…, linux/audit.h. */
  readonly audit: number;
  readonly x32: boolean;
  readonly clone: number;
  readonly unshare: number;
  readonly clone3: number;
  /**
   * In this order: ptrace, mount, umount2, pivot_root, chroot, setns, swapon, reboot, init_module, finit_module, delete_module,
   * kexec_load, add_key, request_key, keyctl, perf_event_open, bpf, userfaultfd, io_uring_setup, open_tree, move_mount, fsopen,
   * mount_setattr, process_vm_readv, process_vm_writev.
   */
  readonly denied: readonly number[];
}

/** Numbers from asm/unistd_64.h and asm-generic/unistd.h. */
const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  x64: {
    audit: 0xc000003e,
    x32: true,
    clone: 56,
    unshare: 272,
    clone3: 435,
    denied: [
      101, 165, 166, 155, 161, 308, 167, 169, 175, 313, 176, 246, 248, 249, 250, 298, 321, 323, 425, 428, 429, 430, 442,
      310, 311,
    ],
  },
  arm64: {
    audit: 0xc00000b7,
    x32: false,
    clone: 220,
    unshare: 97,
    clone3: 435,
    denied: [
      117, 40, 39, 41, 51, 268, 224, 142, 105, 273, 106, 104, 217, 218, 219, 241, 280, 282, 425, 428, 429, 430, 442,
      270, 271,
    ],
  },
};

function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  for (const [index, [code, jumpTrue, jumpFalse, operand]] of program.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(jumpTrue, index * 8 + 2);
    bytes.writeUInt8(jumpFalse, index * 8 + 3);
    bytes.writeUInt32LE(operand >>> 0, index * 8 + 4);
  }
  return bytes;
}
