import type { stay as french } from '../fr/stay'

export const stay: Record<keyof typeof french, string> = {
  'stay.today': 'today',
  'stay.late': 'About {count} minute late | About {count} minutes late',
  'stay.left': '{count} place left | {count} places left',
  'stay.full': 'full',
  'stay.event': 'See the event',
  'stay.elsewhere': 'Book on the site of {partner}',
  'stay.newWindow': '(another site, new window)',
  'stay.nextStop': 'Next time here',
  'stay.noStop': 'Nothing planned at the moment.',
  'stay.follow': 'Follow this house',
  'stay.followText': 'Your calendar can follow this place and keep itself up to date.',
  'stay.subscribe': 'Subscribe in my calendar',
  'stay.file': 'Download the calendar',
  'stay.village': 'Next time in {name}',
  'stay.villageText': 'A bus or a round comes to you:',
  'stay.order': 'Order of the houses',
  'stay.nearest': 'Nearest first',
  'stay.soonest': 'Soonest first',
  'stay.soonestText': 'Where you can be received soonest, without going too far.',
  'stay.dropIn': 'Without appointment: {moment}, until {to}',
}
