// ./bench: compares policies over a shaped link and prints a table and a JSON line for each.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { options } from '../lib/options.mjs'
import { Namespaces, namespacesAllowed } from './namespaces.mjs'
import { POLICIES } from './policies.mjs'
import { buffer, rate } from './quantities.mjs'
import { summary, table } from './report.mjs'
import { measure } from './run.mjs'

const given = options({
  rate: { default: '1mbit' },
  buffer: { default: '1s' },
  seconds: { default: '60', number: true },
  policies: { default: 'vanilla,limit10,sluice' },
  world: { default: 'natural' },
  congestion: { default: 'cubic' }
})

const bitsPerSecond = rate(given.rate)
const bufferBytes = buffer(given.buffer, bitsPerSecond)
const policies = given.policies.split(',')
for (const policy of policies) {
  if (!POLICIES[policy]) throw new Error(`a policy of ${Object.keys(POLICIES).join(', ')} was expected, not '${policy}'`)
}
if (!namespacesAllowed()) throw new Error('namespaces need root and ip netns')

const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
const results = []
let link
const end = () => {
  link?.close()
  rmSync(folder, { recursive: true, force: true })
}
process.once('exit', end)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

for (const policy of policies) {
  const namespaces = new Namespaces(`${process.pid % 100000}`)
  link = namespaces
  const congestion = namespaces.congestionControl(given.congestion)
  console.error(`${policy}: ${POLICIES[policy].what}${congestion ? '' : ` (${given.congestion} is not allowed here)`} ...`)
  const result = await measure(
    { policy, rate: given.rate, buffer: given.buffer, bitsPerSecond, bufferBytes, seconds: given.seconds, world: given.world, congestion: congestion ? given.congestion : 'default', folder },
    {
      prefix: (at) => namespaces.prefix(at),
      serverHost: namespaces.serverHost,
      begin: () => namespaces.shape(bitsPerSecond, bufferBytes),
      end: () => namespaces.shape(0, 0)
    })
  namespaces.close()
  const line = summary(result)
  results.push(line)
  console.log(JSON.stringify(line))
}
console.log(table(results))
