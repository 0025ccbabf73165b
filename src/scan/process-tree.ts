import { readdirSync, readFileSync } from 'node:fs';

/** A process and all that it started, by number; empty once it is gone. Linux only. */
export function processTree(root: number): number[] {
  const found = [root];
  for (const pid of found) found.push(...childrenOf(pid));
  return found.filter((pid) => read(`/proc/${pid}/stat`) !== '');
}

/** Bytes of memory of its own that these processes hold in RAM (RssAnon and RssShmem of proc(5)). */
export function memoryOf(pids: readonly number[]): number {
  let kibibytes = 0;
  for (const pid of pids) {
    for (const [, amount] of read(`/proc/${pid}/status`).matchAll(/^Rss(?:Anon|Shmem):\s*(\d+) kB$/gm)) {
      kibibytes += Number(amount);
    }
  }
  return kibibytes * 1024;
}

/**
 * How often something in the network namespace of a process tried to reach an address to which there is no way: the kernel's
 * counter OutNoRoutes. In a namespace without a network that is every attempt.
 */
export function attemptsWithoutRoute(pid: number): number | undefined {
  let attempts: number | undefined;
  const [names = '', values = ''] = read(`/proc/${pid}/net/snmp`).match(/^Ip: .*$/gm) ?? [];
  const at = names.split(' ').indexOf('OutNoRoutes');
  if (at > 0) attempts = Number(values.split(' ')[at]);
  const [, six] = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(read(`/proc/${pid}/net/snmp6`)) ?? [];
  return attempts === undefined ? undefined : attempts + Number(six ?? 0);
}

function childrenOf(pid: number): number[] {
  // Children are listed by the thread that started them.
  const threads = threadsOf(pid);
  return threads.flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
