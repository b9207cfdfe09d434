package fr.porteouverte.site;

import fr.porteouverte.register.RegisterRow;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * What people keep of a house beside its name and place: its hours, rooms, and whether it is live.
 */
@MappedSuperclass
abstract class KeptSite implements RegisterRow {
  /** Null: it is in the national list, or was entered before there were codes. */
  private @Nullable String code;

  @Embedded private @Nullable Presentation presentation;

  @Column(nullable = false)
  private boolean live = true;

  @Column(name = "archived_at")
  private @Nullable Instant archivedAt;

  @ElementCollection
  @CollectionTable(name = "opening_range", joinColumns = @JoinColumn(name = "site_id"))
  @OrderBy("weekday, from")
  @BatchSize(size = 100)
  private List<OpeningRange> openingHours = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "exceptional_range", joinColumns = @JoinColumn(name = "site_id"))
  @OrderBy("day, from")
  @BatchSize(size = 100)
  private List<ExceptionalRange> exceptionalHours = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "site_room", joinColumns = @JoinColumn(name = "site_id"))
  @OrderColumn(name = "position")
  @Column(name = "name", nullable = false)
  @BatchSize(size = 100)
  private List<String> rooms = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "site_procedure", joinColumns = @JoinColumn(name = "site_id"))
  @Column(name = "procedure_id", nullable = false)
  @BatchSize(size = 100)
  private Set<Long> procedures = new LinkedHashSet<>();

  @Version private int version;

  void readAll() {
    Hibernate.initialize(openingHours);
    Hibernate.initialize(exceptionalHours);
    Hibernate.initialize(rooms);
    Hibernate.initialize(procedures);
  }

  /** Of one that is not in the national list. */
  public void call(@Nullable String ownCode) {
    this.code = ownCode;
  }

  @Nullable String ownCode() {
    return code;
  }

  public void present(Presentation shown) {
    this.presentation = shown;
  }

  public Presentation presentation() {
    return presentation == null ? Presentation.NOTHING : presentation;
  }

  public void open(List<OpeningRange> hours) {
    this.openingHours.clear();
    this.openingHours.addAll(hours);
  }

  public List<OpeningRange> openingHours() {
    return List.copyOf(openingHours);
  }

  /** On these dates they stand in the place of the week's. */
  public void openExceptionally(List<ExceptionalRange> hours) {
    this.exceptionalHours.clear();
    this.exceptionalHours.addAll(hours);
  }

  public List<ExceptionalRange> exceptionalHours() {
    return List.copyOf(exceptionalHours);
  }

  /** The hours of a date: its own, or else those of its weekday. */
  public List<OpeningRange> hoursOn(LocalDate day) {
    List<OpeningRange> own =
        exceptionalHours.stream()
            .filter(range -> range.day().equals(day))
            .map(ExceptionalRange::ofWeek)
            .toList();
    return own.isEmpty()
        ? openingHours.stream().filter(range -> range.weekday() == day.getDayOfWeek()).toList()
        : own;
  }

  public void nameRooms(List<String> names) {
    this.rooms.clear();
    this.rooms.addAll(names);
  }

  public List<String> rooms() {
    return List.copyOf(rooms);
  }

  /** Ids of the procedures that its own clerks do; procedures lie above this room. */
  public Set<Long> procedures() {
    return Set.copyOf(procedures);
  }

  public void serve(Collection<Long> ids) {
    this.procedures.retainAll(ids);
    this.procedures.addAll(ids);
  }

  /** Whether the public sees it: neither unfinished nor archived. */
  public boolean shown() {
    return live && archivedAt == null;
  }

  public boolean live() {
    return live;
  }

  public void show(boolean toEverybody) {
    this.live = toEverybody;
  }

  @Override
  public boolean archived() {
    return archivedAt != null;
  }

  @Override
  public void archive(@Nullable Instant at) {
    this.archivedAt = at;
  }

  @Override
  public int version() {
    return version;
  }
}
