// What happens to a link in the middle of a run.

const AT_SECONDS = 6
const MEBIBYTE = 1024 * 1024

/**
 * `plan` is what the link is made with besides rate and buffer, `act(link, plan)` what happens `atSeconds` after the client joined,
 * `rateFactor` what the rate is multiplied by from then on, and `lasting` for how many seconds it goes on.
 * @type {Record<string, {what: string, plan?: object, atSeconds?: number, rateFactor?: number, lasting?: number, needsRoot?: boolean, act?: Function}>}
 */
export const DISTURBANCES = {
  none: { what: 'nothing happens' },
  halve: step('the rate is halved', 0.5),
  double: step('the rate is doubled', 2),
  stall: {
    what: 'nothing gets through for 2 s',
    atSeconds: AT_SECONDS,
    lasting: 2,
    act: (link) => link.stall(2000)
  },
  compete: {
    what: 'a bulk transfer shares the link',
    atSeconds: AT_SECONDS,
    needsRoot: true,
    act: (link) => link.compete()
  },
  proxy: { what: 'through a proxy that reads 1 MiB ahead', plan: { proxyBytes: MEBIBYTE } },
  'delay-80': { what: '80 ms away', plan: { delayMillis: 80 } },
  'delay-200': { what: '200 ms away', plan: { delayMillis: 200 } }
}

function step (what, rateFactor) {
  return { what, atSeconds: AT_SECONDS, rateFactor, act: (link, plan) => link.setRate(plan.bitsPerSecond * rateFactor) }
}
