// Who had the processors, from /proc.
import { readFileSync } from 'node:fs'

/** /proc counts in hundredths of a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

/** Seconds of processor time of a process and its threads, with those of its ended children if wanted. */
export function cpuSeconds (pid, children = false, read = (file) => readFileSync(file, 'utf8')) {
  // The name in parentheses may itself hold anything.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ').map(Number)
  return (fields[11] + fields[12] + (children ? fields[13] + fields[14] : 0)) / TICKS_PER_SECOND
}

/** Seconds in which the machine's processors worked, and in which others had them (`steal`). */
export function machineSeconds (read = (file) => readFileSync(file, 'utf8')) {
  const [user, nice, system, , , irq, softirq, steal] = read('/proc/stat').split('\n')[0].trim().split(/\s+/).slice(1).map(Number)
  return { busy: (user + nice + system + irq + softirq) / TICKS_PER_SECOND, steal: steal / TICKS_PER_SECOND }
}

/** Counts from now on, for a server process: its own time, what others took, and steal. */
export function watchCpu (serverPid) {
  const now = () => ({
    server: cpuSeconds(serverPid),
    own: cpuSeconds(process.pid, true),
    ...machineSeconds()
  })
  const before = now()
  return () => {
    const after = now()
    const [server, own, busy, steal] = ['server', 'own', 'busy', 'steal'].map((key) => after[key] - before[key])
    return { serverCpuSeconds: round(server), otherCpuSeconds: round(Math.max(0, busy - server - own)), stealSeconds: round(steal) }
  }
}

function round (seconds) {
  return Math.round(seconds * 100) / 100
}
