// Age of information: how old the newest state is that a client has of something, at any time and not only when an update
// comes. An update that is dropped makes the next ages larger, so that dropping updates is not rewarded.
// S. Kaul, R. Yates, M. Gruteser, "Real-time status: how often should one update?", INFOCOM 2012.

/**
 * The ages in milliseconds at every `everyMillis` from one time to another, from the first state's arrival on.
 * @param {{now: bigint, age: number}[]} arrivals in order: when a state came, and how old it was then, in milliseconds
 * @returns {{now: bigint, age: number}[]}
 */
export function agesOfInformation (arrivals, fromNanos, toNanos, everyMillis = 10) {
  const every = BigInt(Math.round(everyMillis * 1e6))
  const ages = []
  let at = 0
  let newest
  for (let now = fromNanos; now <= toNanos; now += every) {
    for (; at < arrivals.length && arrivals[at].now <= now; at++) newest = laterOf(newest, arrivals[at])
    if (newest !== undefined) ages.push({ now, age: ageAt(newest, now) })
  }
  return ages
}

/** The state that was made later; one that comes out of order tells nothing new. */
function laterOf (known, arrival) {
  return known === undefined || ageAt(known, arrival.now) > arrival.age ? arrival : known
}

function ageAt (arrival, now) {
  return arrival.age + Number(now - arrival.now) / 1e6
}
