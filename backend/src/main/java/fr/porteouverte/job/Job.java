package fr.porteouverte.job;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/** Work that comes back, done by one of all processes at a time, whichever of them lives. */
public interface Job {
  /** Names its row in the job library's table: never changed. */
  String name();

  Schedule schedule();

  void run();
}
