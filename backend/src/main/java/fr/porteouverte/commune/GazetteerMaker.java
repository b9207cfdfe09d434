package fr.porteouverte.commune;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a gazetteer together: communes, their former names, departments, and how houses write. */
final class GazetteerMaker {
  /** What a department weighs, as if it were a town of so many. */
  private static final int AREA = 20_000;

  /** What a name weighs whose inhabitants no list counts. */
  private static final int FORMER = 300;

  private static final int AS_A_HOUSE_WRITES = 1_000;

  private final NameIndex names = new NameIndex();
  private final NameIndex houses = new NameIndex();
  private final PostcodeIndex postcodes = new PostcodeIndex();
  private final Map<String, Place> communes = new HashMap<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  private GazetteerMaker() {}

  static Gazetteer gazetteer(
      Collection<CommuneDraft> communes,
      Collection<FormerCommune> formers,
      Collection<KnownAddress> addresses) {
    GazetteerMaker maker = new GazetteerMaker();
    communes.forEach(maker::commune);
    Area.ALL.forEach(area -> maker.area(area, communes));
    formers.forEach(maker::former);
    addresses.forEach(maker::house);
    return new Gazetteer(maker.names, maker.houses, maker.postcodes);
  }

  private void commune(CommuneDraft draft) {
    Place place = Place.of(draft);
    communes.put(draft.insee(), place);
    name(draft.insee(), place);
    place.postcodes().forEach(postcode -> postcodes.add(postcode, place));
  }

  /** Nothing is added that is called so already. */
  private void name(String insee, Place place) {
    if (known.computeIfAbsent(insee, none -> new HashSet<>(2)).add(PlaceName.key(place.name()))) {
      names.add(place);
    }
  }

  /** In the middle of its people. */
  private void area(Area area, Collection<CommuneDraft> all) {
    double latitude = 0;
    double longitude = 0;
    double people = 0;
    for (CommuneDraft one : all) {
      if (area.departments().contains(one.department())) {
        double weight = one.population() + 1.0;
        latitude += one.latitude() * weight;
        longitude += one.longitude() * weight;
        people += weight;
      }
    }
    if (people > 0) {
      String code = area.departments().size() == 1 ? area.departments().iterator().next() : null;
      Place place =
          new Place(
              PlaceKind.area,
              area.name(),
              null,
              code == null ? List.of() : List.of(code),
              code,
              null,
              new Point(latitude / people, longitude / people),
              AREA);
      names.add(place);
      postcodes.addArea(place);
    }
  }

  private void former(FormerCommune former) {
    Place now = communes.get(former.currentInsee());
    if (now != null) {
      name(former.currentInsee(), now.alias(former.name(), now.point(), FORMER));
      communes.putIfAbsent(former.insee(), now);
    }
  }

  private void house(KnownAddress house) {
    Place commune = communes.get(house.insee());
    if (commune == null) {
      Place unlisted =
          new Place(
              PlaceKind.commune,
              house.commune(),
              null,
              List.of(house.postcode()),
              house.department(),
              house.insee(),
              house.point(),
              AS_A_HOUSE_WRITES);
      communes.put(house.insee(), unlisted);
      name(house.insee(), unlisted);
      postcodes.add(house.postcode(), unlisted);
    } else {
      if (!commune.postcodes().contains(house.postcode()) && !postcodes.knows(house.postcode())) {
        postcodes.add(house.postcode(), commune.at(house.postcode()));
      }
      String key = PlaceName.key(house.commune());
      if (!PlaceName.key(commune.name()).startsWith(key)) {
        name(house.insee(), commune.alias(house.commune(), house.point(), AS_A_HOUSE_WRITES));
      }
    }
    houses.add(
        new Place(
            PlaceKind.house,
            house.name(),
            house.commune(),
            List.of(house.postcode()),
            house.department(),
            house.insee(),
            house.point(),
            1));
  }
}
