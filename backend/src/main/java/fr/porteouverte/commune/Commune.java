package fr.porteouverte.commune;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;

/** A commune (or an arrondissement of Paris, Lyon or Marseille) and its point. */
@Entity
public class Commune {
  @Id private String insee;

  @Column(nullable = false)
  private String name;

  @Column(name = "search_name", nullable = false)
  private String searchName;

  @Column(nullable = false)
  private String department;

  @Column(nullable = false)
  private double latitude;

  @Column(nullable = false)
  private double longitude;

  @Column(nullable = false)
  private int population;

  @ElementCollection
  @CollectionTable(name = "commune_postcode", joinColumns = @JoinColumn(name = "insee"))
  @Column(name = "postcode", nullable = false)
  @OrderBy
  @BatchSize(size = 100)
  private List<String> postcodes = new ArrayList<>();

  protected Commune() {}

  public String insee() {
    return insee;
  }

  public String name() {
    return name;
  }

  public String searchName() {
    return searchName;
  }

  /**
   * The department of a commune that may not be in the register.
   *
   * @param insee its code, at least three characters
   */
  public static String departmentOf(String insee) {
    int length = insee.startsWith("97") || insee.startsWith("98") ? 3 : 2;
    return insee.substring(0, Math.min(length, insee.length()));
  }

  /** INSEE code of its department: {@code 14}, {@code 2A}, {@code 974}. */
  public String department() {
    return department;
  }

  public Point point() {
    return new Point(latitude, longitude);
  }

  public int population() {
    return population;
  }

  /** Ascending; empty where nobody lives. */
  public List<String> postcodes() {
    return List.copyOf(postcodes);
  }
}
