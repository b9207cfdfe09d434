// Appointments that people were promised, for the rehearsal of a backup:
//   node promises.mjs book URL FILE NUMBER   books so many and writes what was promised into the file, a line each
//   node promises.mjs read URL FILE          all of the file are there, as whoever has the link sees them
//   node promises.mjs none URL FILE          none of the file is there
import { appendFileSync, readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

const [what, url, file, number] = process.argv.slice(2)
const NEAR = '14590' // Moyaux: the demo has houses around it

async function read(path, headers = {}) {
  const answer = await fetch(`${url}/api/v1${path}`, { headers })
  return { status: answer.status, body: await answer.json() }
}

/** Slots that can be booked, of one house after the other. */
async function* free() {
  const houses = await read(`/sites?near=${NEAR}&limit=20`)
  for (const house of houses.body.items) {
    const procedures = await read(`/procedures?site=${house.id}`)
    for (const procedure of procedures.body.items) {
      const slots = await read(`/slots?site=${house.id}&procedure=${procedure.id}&limit=50`)
      for (const slot of slots.body.items) yield { slotId: slot.id, procedureId: procedure.id }
    }
  }
}

async function book(many) {
  const taken = new Set()
  let made = 0
  for await (const place of free()) {
    if (taken.has(place.slotId)) continue
    taken.add(place.slotId)
    const answer = await fetch(`${url}/api/v1/bookings`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
      body: JSON.stringify({
        ...place,
        visitor: { firstName: 'Jeanne', lastName: 'Lefèvre', email: `jeanne.${randomUUID()}@example.org` },
      }),
    })
    if (answer.status !== 201) continue
    const { reference, secret } = await answer.json()
    appendFileSync(file, `${reference} ${secret}\n`)
    if (++made === many) return
  }
  throw new Error(`only ${made} of ${many} could be booked`)
}

async function each(status) {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  for (const line of lines) {
    const [reference, secret] = line.split(' ')
    const answer = await read(`/bookings/${reference}`, { 'Booking-Secret': secret })
    if (answer.status !== status) throw new Error(`${reference}: ${answer.status} instead of ${status}`)
  }
  console.log(`${lines.length} appointments: ${status}`)
}

if (what === 'book') await book(Number(number))
else await each(what === 'read' ? 200 : 404)
