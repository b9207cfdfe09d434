import type { feed as french } from '../fr/feed'

export const feed: Record<keyof typeof french, string> = {
  'feed.open': 'Calendar subscription',
  'feed.ofSite': 'Calendar subscription of the whole house',
  'feed.mine': 'Subscribe to my sessions in my calendar',
  'feed.agent': 'my sessions',
  'feed.title': 'Calendar subscription: {name}',
  'feed.text': 'A calendar program reads this address and keeps itself up to date. It holds no visitor’s name. Whoever knows it can read the calendar: take it away if it gets around.',
  'feed.once': 'This address is shown only once. Copy it into your calendar (“subscribe to a calendar”).',
  'feed.lost': 'The address was lost on its way. Take this subscription away, then make another.',
  'feed.address': 'Address of the subscription',
  'feed.copy': 'Copy the address',
  'feed.copied': 'The address is copied.',
  'feed.made': 'Address made on {moment}',
  'feed.madeBy': 'Address made on {moment} by {name}',
  'feed.none': 'No address yet.',
  'feed.make': 'Make an address',
  'feed.revoke': 'Take away',
  'feed.revokeSure': 'Press again to take it away: the address will stop working',
  'feed.revoked': 'The address is taken away: it no longer works.',
  'feed.close': 'Close',
}
