// Which links --matrix goes through.
import { DISTURBANCES } from './disturbances.mjs'

const RATES = ['500kbit', '1mbit', '4mbit', '20mbit', 'unshaped']
const BUFFERS = ['32kb', '256kb', '1s']
const CONGESTIONS = ['cubic', 'bbr']
/** Time enough for 441 chunks and a while afterwards. */
const SECONDS = { '500kbit': 75, '1mbit': 45, '4mbit': 25, '20mbit': 20, unshaped: 20 }
const PROXY_SECONDS = 60

/** The links, each with what `./bench` takes for a single one: `rate`, `buffer`, `congestion`, `disturbance`, `world`, `seconds`. */
export function matrix () {
  const links = []
  for (const rate of RATES) {
    // Nothing waits in front of a hop that is as fast as the machine.
    for (const buffer of rate === 'unshaped' ? ['32kb'] : BUFFERS) {
      for (const congestion of CONGESTIONS) links.push(one({ rate, buffer, congestion }))
    }
  }
  links.push(one({ rate: '4mbit', world: 'dense', seconds: 45 }))
  for (const disturbance of Object.keys(DISTURBANCES)) {
    if (disturbance !== 'none') links.push(one({ disturbance, seconds: disturbance === 'double' ? 45 : PROXY_SECONDS }))
  }
  return links
}

function one ({ rate = '1mbit', buffer = '1s', congestion = 'cubic', disturbance = 'none', world = 'natural', seconds = SECONDS[rate] }) {
  return { rate, buffer, congestion, disturbance, world, seconds }
}
