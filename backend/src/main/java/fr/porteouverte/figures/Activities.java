package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A house's visits in the words of <em>La Coop de la médiation numérique</em>: the columns of its
 * model {@code Activite} and the values that its database stores
 * (inclusion-numerique/coop-mediation-numerique, apps/web/prisma/schema.prisma), so that nobody
 * types them twice. Decision 045 has the table. No name, no commune of residence, no hour.
 */
@ApplicationScoped
class Activities {
  private static final List<String> COLUMNS =
      List.of(
          "date",
          "type",
          "duree",
          "type_lieu",
          "lieu_code_postal",
          "lieu_commune",
          "lieu_code_insee",
          "autonomie",
          "materiel",
          "thematiques",
          "oriente_vers_structure",
          "structure_de_redirection",
          "tranche_age");

  private static final int COUNTED_MINUTES = 5;
  private static final int USUAL_MINUTES = 15;

  /** Our themes are France services'; what has none is still help with an administration. */
  private static final Map<String, String> THEMES =
      Map.of(
          "formation-emploi-retraite",
          "travail_formation",
          "prevention-sante",
          "social_sante",
          "etat-civil-famille",
          "papiers_elections_citoyennete",
          "budget",
          "argent_impots",
          "logement-mobilite-courrier",
          "logement",
          "justice",
          "justice");

  private static final Map<String, String> AGES =
      Map.of(
          "under12",
          "moins_de_douze",
          "from12",
          "douze_dix_huit",
          "from18",
          "dix_huit_vingt_quatre",
          "from25",
          "vingt_cinq_trente_neuf",
          "from40",
          "quarante_cinquante_neuf",
          "from60",
          "soixante_soixante_neuf",
          "from70",
          "soixante_dix_plus");

  @Inject EntityManager database;

  /** What is known of a visit. */
  record Visit(
      LocalDate localDate,
      String origin,
      String channel,
      @Nullable String result,
      @Nullable String ageBand,
      @Nullable Long passedOnPartnerId,
      @Nullable String theme,
      @Nullable Integer durationMinutes,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {

    long minutes() {
      if (startedAt != null && endedAt != null && endedAt.isAfter(startedAt)) {
        return Math.max(1, Duration.between(startedAt, endedAt).toMinutes());
      }
      if (origin.equals("counted")) {
        return COUNTED_MINUTES;
      }
      return durationMinutes == null ? USUAL_MINUTES : durationMinutes;
    }
  }

  String file(Site site, Period period) {
    LiveDays days = LiveDays.of(site, period.from().datesUntil(period.to()).toList());
    List<Visit> visits =
        days.bind(
                Sql.of(
                    database,
                    "select v.local_date, v.origin, coalesce(a.channel, case s.kind when 'bus' then"
                        + " 'bus' else 'counter' end) as channel, a.result, a.age_band,"
                        + " a.passed_on_partner_id, h.code as theme,"
                        + " coalesce(w.duration_minutes, o.duration_minutes) as duration_minutes,"
                        + " t.started_at, t.ended_at from "
                        + DayCounts.received(days.words())
                        + " v join site s on s.id = v.site_id left join attendance a on a.id ="
                        + " v.mark left join attendance_procedure f on f.attendance_id = v.mark and"
                        + " f.position = 0 left join procedure o on o.id = coalesce(f.procedure_id,"
                        + " v.procedure_id) left join procedure_adaptation w on w.procedure_id = o.id and"
                        + " w.site_id = v.site_id left join theme h on h.id = o.theme_id left join ticket"
                        + " t on t.id = v.ticket_id order by v.local_date, o.code, v.origin,"
                        + " a.result, a.age_band"))
            .list(Visit.class);
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS);
    visits.forEach(visit -> lines.add(line(visit, site)));
    return SheetFile.text(lines);
  }

  static List<String> line(Visit visit, Site site) {
    boolean passedOn = "passedOn".equals(visit.result());
    return List.of(
        visit.localDate().toString(),
        "individuel",
        Long.toString(visit.minutes()),
        place(visit.channel()),
        site.address().postcode(),
        site.address().commune(),
        site.address().insee(),
        autonomy(visit.result()),
        equipment(visit.channel()),
        visit.theme() == null
            ? "aide_aux_demarches_administratives"
            : THEMES.getOrDefault(visit.theme(), "aide_aux_demarches_administratives"),
        visit.result() == null ? "" : passedOn ? "oui" : "non",
        !passedOn
            ? ""
            : visit.passedOnPartnerId() == null ? "autre" : "operateur_ou_organisme_en_charge",
        visit.ageBand() == null
            ? "non_communique"
            : AGES.getOrDefault(visit.ageBand(), "non_communique"));
  }

  private static String place(String channel) {
    return switch (channel) {
      case "telephone", "video" -> "a_distance";
      case "bus" -> "autre";
      default -> "lieu_activite";
    };
  }

  private static String autonomy(@Nullable String result) {
    if (result == null) {
      return "";
    }
    return switch (result) {
      case "autonomous" -> "autonome";
      case "solved" -> "entierement_accompagne";
      default -> "";
    };
  }

  private static String equipment(String channel) {
    return switch (channel) {
      case "selfService" -> "ordinateur";
      case "telephone" -> "telephone";
      default -> "";
    };
  }
}
