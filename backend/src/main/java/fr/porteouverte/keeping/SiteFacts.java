package fr.porteouverte.keeping;

import org.jspecify.annotations.Nullable;

/**
 * What there is to a house, in numbers.
 *
 * @param code its number in the list or its own code; null: neither
 * @param minutes of its week's hours
 * @param days of the week on which it opens
 * @param agents who work there and may log in
 * @param procedures its own, and those of permanences that are not over
 * @param coming its permanences of the next weeks
 * @param leftList the list that was applied last, and still holds, has it no more
 * @param foreignPostcode the commune is known and does not have this postcode
 */
record SiteFacts(
    long id,
    @Nullable String code,
    boolean listed,
    String name,
    String street,
    String postcode,
    String commune,
    String department,
    double latitude,
    double longitude,
    boolean live,
    boolean archived,
    boolean reachable,
    int minutes,
    int days,
    int agents,
    int counters,
    int procedures,
    int coming,
    boolean foreignPostcode,
    boolean leftList) {}
