// The command line of ./bench, as the list of runs that it asks for.
import { options } from '../lib/options.mjs'
import { congestionAllowed } from './congestion.mjs'
import { DISTURBANCES } from './disturbances.mjs'
import { matrix } from './matrix.mjs'
import { POLICIES } from './policies.mjs'
import { buffer, rate } from './quantities.mjs'

const WORLDS = ['natural', 'dense', 'mixed']
const LINKS = ['auto', 'namespaces', 'relay']

export const HELP = `Usage: ./bench [options]
Compares policies over a slow link: a table, and a line of JSON for each run.
  --rate RATE           of the slow hop: 500kbit, 1mbit, unshaped (1mbit)
  --buffer SIZE         in front of it: 32kb, or what it carries in 1s, 200ms (1s)
  --seconds N           how long the client stays (60)
  --policies LIST       ${Object.keys(POLICIES).join(', ')} (vanilla,limit10,sluice)
  --world W             ${WORLDS.join(', ')}: the size of chunks (natural)
  --congestion C        TCP's congestion control: cubic, bbr, ..., or system (cubic where it may be chosen)
  --disturbance D       ${Object.keys(DISTURBANCES).join(', ')} (none)
  --matrix              all rates, buffers, congestion controls and disturbances instead, for an hour or two
  --link L              ${LINKS.join(', ')} (auto: namespaces for root, else the relay)
  --repeat N            how often a run is repeated that the machine was not quiet for (1)
  --out FILE            adds each run there, a line of JSON with its series over time
  --help                this text`

/**
 * @param {string[]} argv
 * @returns the links, each with its `policies`; `repeat`, `out`, `link`. Exits with status 2 for what makes no sense.
 */
export function runs (argv, fail = refuse) {
  const given = options({
    rate: { default: '1mbit' },
    buffer: { default: '1s' },
    seconds: { number: true },
    policies: { default: 'vanilla,limit10,sluice' },
    world: { default: 'natural' },
    congestion: {},
    disturbance: { default: 'none' },
    matrix: { boolean: true },
    link: { default: 'auto' },
    repeat: { default: '1', number: true },
    out: {}
  }, argv)
  const policies = given.policies.split(',')
  for (const policy of policies) oneOf('--policies', policy, Object.keys(POLICIES), fail)
  oneOf('--world', given.world, WORLDS, fail)
  oneOf('--disturbance', given.disturbance, Object.keys(DISTURBANCES), fail)
  oneOf('--link', given.link, LINKS, fail)
  const links = given.matrix
    ? matrix().map((link) => ({ ...link, seconds: given.seconds ?? link.seconds }))
    : [{ ...given, seconds: given.seconds ?? 60, congestion: given.congestion ?? 'cubic' }]
  return {
    links: links.map((link) => ({ ...plan(link, fail), policies })),
    repeat: given.repeat,
    out: given.out,
    link: given.link
  }
}

function plan ({ rate: rateText, buffer: bufferText, seconds, world, congestion, disturbance }, fail) {
  let bitsPerSecond
  let bufferBytes
  try {
    bitsPerSecond = rate(rateText)
    bufferBytes = buffer(bufferText, bitsPerSecond)
  } catch (error) {
    return fail(error.message)
  }
  if (bitsPerSecond === 0 && DISTURBANCES[disturbance].act) return fail(`--disturbance ${disturbance} needs a --rate`)
  return {
    rate: rateText,
    buffer: bufferText,
    bitsPerSecond,
    bufferBytes,
    seconds,
    world,
    congestion: congestionAllowed(congestion) ? congestion : undefined,
    disturbance,
    ...DISTURBANCES[disturbance].plan
  }
}

function oneOf (option, value, known, fail) {
  if (!known.includes(value)) fail(`${option} takes ${known.join(', ')}, found '${value}'`)
}

function refuse (message) {
  console.error(`bench: ${message} (--help lists all)`)
  process.exit(2)
}
