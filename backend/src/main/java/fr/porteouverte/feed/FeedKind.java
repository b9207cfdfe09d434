package fr.porteouverte.feed;

/** What a feed follows: one permanence, one house, or where one agent works. */
public enum FeedKind {
  permanence,
  site,
  agent
}
