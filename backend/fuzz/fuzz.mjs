// Uses every operation of the contract as it is meant to be, then for some time as nobody should.
// node fuzz.mjs API KEYCLOAK SECONDS SEED LOG; ./test --help says how it is started.
import { readContract } from './contract.mjs'
import { writeExamples } from './examples.mjs'
import { guess } from './guesses.mjs'
import { Judge } from './judge.mjs'
import { Log } from './log.mjs'
import { Logins, ROLES } from './logins.mjs'
import { Odd } from './odd.mjs'
import { tell } from './story/story.mjs'
import { Teller } from './story/teller.mjs'

/** Requests at once: the machine has two cores, and one of them is the API's. */
const WORKERS = 4

const [base, keycloak, seconds, seed, file] = process.argv.slice(2)
const log = new Log(file)
const contract = await readContract(base)
const judge = new Judge(contract)
const logins = new Logins(base, keycloak, process.env)
const teller = new Teller(base, contract, logins, judge)

console.log(`Seed ${seed}: ./test fuzz --seed ${seed} asks the same again`)
for (const role of ROLES) await logins.tokenOf(role)
await tell(teller)
if (process.env.EXAMPLES) writeExamples(process.env.EXAMPLES, teller.exchanges)
console.log(`The story uses ${teller.examples.size} of ${contract.operations.size} operations, in ${judge.answered} requests`)

await guess(teller)
console.log(`Strangers learn nothing by guessing, or it is said above; ${judge.answered} requests by now`)

const odd = new Odd(teller, Number(seed))
const until = Date.now() + Number(seconds) * 1000
let number = 0
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    while (Date.now() < until) await odd.ask(number++)
  }),
)
log.look(judge, judge.secrets)
process.exit(judge.summary() ? 0 : 1)
