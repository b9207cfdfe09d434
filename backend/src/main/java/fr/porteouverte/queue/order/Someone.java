package fr.porteouverte.queue.order;

/** Somebody who waits in one course, now or later. */
final class Someone {
  private final KnownQueue.Known known;
  private final double at;
  private final double takes;
  private CallOrder.Waiting waiting;

  /**
   * @param at seconds from now to the coming
   * @param takes seconds that the counter is busy with them
   */
  Someone(KnownQueue.Known known, CallOrder.Waiting waiting, double at, double takes) {
    this.known = known;
    this.waiting = waiting;
    this.at = at;
    this.takes = takes;
  }

  /**
   * @param counter its place among the counters
   */
  boolean servedBy(int counter) {
    return known.servedBy().get(counter);
  }

  void overtaken() {
    waiting = waiting.overtakenOnceMore();
  }

  CallOrder.Waiting waiting() {
    return waiting;
  }

  double at() {
    return at;
  }

  double takes() {
    return takes;
  }

  /** Among the people who are asked for; -1: none of them. */
  int place() {
    return known.place();
  }
}
