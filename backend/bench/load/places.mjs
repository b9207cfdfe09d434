// Where sql/data.sql put things; the same as ids.lua.

/** Slot and procedure of the k-th free place: a walk in great leaps that meets each place once. */
export function place(k, sites, permanences) {
  const sessions = sites * permanences * 25;
  const j = Number((BigInt(k) * 48271n) % BigInt(sessions * 2));
  const session = Math.floor(j / 2);
  const permanence = session % (sites * permanences);
  const partner = (Math.floor(permanence / permanences) * 7 + (permanence % permanences)) % 20;
  return { slot: 100000001 + session * 8 + 6 + (j % 2), procedure: 5000001 + partner * 3 + (k % 3) };
}
