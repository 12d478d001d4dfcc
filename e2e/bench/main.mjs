// ./bench: compares policies over a slow link and prints a table and a JSON line for each.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { HELP, runs } from './arguments.mjs'
import { DISTURBANCES } from './disturbances.mjs'
import { NamespaceLink, RelayLink } from './links.mjs'
import { namespacesAllowed } from './namespaces.mjs'
import { noise } from './noise.mjs'
import { POLICIES } from './policies.mjs'
import { summary, table } from './report.mjs'
import { measure, OVERHEAD_SECONDS } from './run.mjs'
import { overTime } from './series.mjs'

if (process.argv.includes('--help')) {
  console.log(HELP)
  process.exit()
}
const { links, repeat, out, link: wanted } = runs(process.argv.slice(2))
const namespaces = wanted === 'auto' ? namespacesAllowed() : wanted === 'namespaces'
if (!namespaces) {
  console.log('Link: the built-in relay, since this is not root on Linux with namespaces (or --link relay was given).\n' +
    "It loses no packet, the system's own buffers add to its buffer, and TCP_INFO sees only the way to it.")
}

const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
// Children end with the end of their stdin, namespaces with what waits for this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))

for (const { policies, ...plan } of links) {
  const { needsRoot, what } = DISTURBANCES[plan.disturbance]
  console.log(`\n${plan.rate}, buffer ${plan.buffer}, ${plan.world} world, ${namespaces ? plan.congestion : "the system's congestion control"}, ${what}`)
  if (needsRoot && !namespaces) {
    console.log('  left out: it needs namespaces')
    continue
  }
  const lines = []
  for (const policy of policies) {
    const line = await quietly({ ...plan, policy })
    if (line) lines.push(line)
  }
  if (lines.length > 0) console.log(table(lines))
}

/** Measures once, and again while something else on the machine spoils it. */
async function quietly (plan) {
  for (let attempt = 1; ; attempt++) {
    console.error(`${plan.policy}: ${POLICIES[plan.policy].what} ...`)
    const link = namespaces ? new NamespaceLink(plan, plan.seconds + OVERHEAD_SECONDS) : new RelayLink(plan)
    let run
    try {
      run = await measure(namespaces ? plan : { ...plan, congestion: undefined }, link, folder)
    } catch (error) {
      console.error(`${plan.policy}: ${error.message}`)
      process.exitCode = 1
      return undefined
    } finally {
      await link.close()
    }
    const line = summary(run)
    line.noise = noise(line, availableParallelism())
    if (line.noise.length > 0) {
      console.error(`${plan.policy}: the machine was not quiet: ${line.noise.join(', ')}`)
      if (attempt <= repeat) continue
    }
    if (line.problem) process.exitCode = 1
    console.log(JSON.stringify(line))
    if (out) appendFileSync(out, `${JSON.stringify({ ...line, series: series(run) })}\n`)
    return line
  }
}

/** What plots are drawn from. */
function series ({ client, server }) {
  return overTime(client, server.clients.findLast(({ name }) => name === 'Measured'))
}
