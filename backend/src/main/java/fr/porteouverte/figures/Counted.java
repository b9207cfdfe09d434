package fr.porteouverte.figures;

/**
 * One number: how many of a kind were counted.
 *
 * @param partnerId who received; 0: the house's own clerks
 */
record Counted(long partnerId, String figure, String detail, long number) {}
