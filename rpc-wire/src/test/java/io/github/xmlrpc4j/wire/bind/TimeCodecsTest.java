package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodecsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Codecs IN_BERLIN = Codecs.builder().zone(BERLIN).build();
  private static final Value LOCAL = Value.Time.of(LocalDateTime.parse("1998-07-17T14:08:55"));
  private static final Value OFFSET =
      Value.Time.of(OffsetDateTime.parse("1998-07-17T14:08:55-05:00"));
  private static final Instant INSTANT = Instant.parse("1998-07-17T12:08:55Z");

  @ParameterizedTest
  @ValueSource(classes = {Instant.class, OffsetDateTime.class, ZonedDateTime.class, Date.class})
  void aDateWithoutAnOffsetIsNoMoment(Class<?> type) {
    for (Origin origin : Origin.values()) {
      assertThatExceptionOfType(TypeMismatchException.class)
          .isThrownBy(() -> origin.read(type, LOCAL))
          .withMessage(
              "params[0]: expected a date with an offset, found one without"
                  + " (Codecs.builder().zone(...) says what zone is meant)");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {LocalDateTime.class, LocalDate.class})
  void aDateWithAnOffsetIsNoLocalOne(Class<?> type) {
    for (Origin origin : Origin.values()) {
      assertThatExceptionOfType(TypeMismatchException.class)
          .isThrownBy(() -> origin.read(type, OFFSET))
          .withMessage(
              "params[0]: expected a date without an offset, found one with -05:00"
                  + " (Codecs.builder().zone(...) says what zone is meant)");
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void theZoneThatIsSetIsTheOneThatIsMeant(Origin origin) {
    assertThat(origin.read(IN_BERLIN, Instant.class, LOCAL)).isEqualTo(INSTANT);
    assertThat(origin.read(IN_BERLIN, Date.class, LOCAL)).isEqualTo(Date.from(INSTANT));
    assertThat(origin.read(IN_BERLIN, OffsetDateTime.class, LOCAL))
        .isEqualTo(OffsetDateTime.parse("1998-07-17T14:08:55+02:00"));
    assertThat(origin.read(IN_BERLIN, ZonedDateTime.class, LOCAL))
        .isEqualTo(INSTANT.atZone(BERLIN));
    assertThat(origin.read(IN_BERLIN, LocalDateTime.class, LOCAL))
        .isEqualTo(LocalDateTime.parse("1998-07-17T14:08:55"));
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void anOffsetThatIsSentCountsMoreThanTheZone(Origin origin) {
    Instant sent = Instant.parse("1998-07-17T19:08:55Z");
    assertThat(origin.read(IN_BERLIN, Instant.class, OFFSET)).isEqualTo(sent);
    assertThat(origin.read(IN_BERLIN, OffsetDateTime.class, OFFSET))
        .isEqualTo(OffsetDateTime.parse("1998-07-17T14:08:55-05:00"));
    assertThat(origin.read(IN_BERLIN, ZonedDateTime.class, OFFSET)).isEqualTo(sent.atZone(BERLIN));
    assertThat(origin.read(IN_BERLIN, LocalDateTime.class, OFFSET))
        .isEqualTo(LocalDateTime.parse("1998-07-17T21:08:55"));
  }

  @Test
  void momentsAreWrittenInTheZoneThatIsSet() {
    for (Object moment :
        new Object[] {
          INSTANT,
          Date.from(INSTANT),
          OffsetDateTime.parse("1998-07-17T14:08:55+02:00"),
          INSTANT.atZone(ZoneId.of("America/New_York"))
        }) {
      assertThat(Origin.written(IN_BERLIN, moment.getClass(), moment, Dialect.STRICT))
          .isEqualTo(LOCAL);
    }
  }

  @Test
  void momentsNeedAnExtensionWhereNoZoneIsSet() {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(Instant.class, INSTANT))
        .withMessage(
            "params[0]: the date has the offset Z; send it as a local date"
                + " (Extension.DATE_ZONE allows it)");
    assertThat(Origin.written(Instant.class, INSTANT, Dialect.STRICT.writing(Extension.DATE_ZONE)))
        .isEqualTo(Value.Time.of(OffsetDateTime.parse("1998-07-17T12:08:55Z")));
  }

  @Test
  void fractionsNeedAnExtension() {
    LocalDateTime now = LocalDateTime.parse("1998-07-17T14:08:55.123456789");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(LocalDateTime.class, now))
        .withMessage(
            "params[0]: 1998-07-17T14:08:55.123456789 has a fraction of a second; truncate it to"
                + " seconds (Extension.DATE_FRACTION allows it)");
    for (Origin origin : Origin.values()) {
      assertThat(origin.read(LocalDateTime.class, Value.Time.of(now))).isEqualTo(now);
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aDayIsADateAtMidnight(Origin origin) {
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(() -> origin.read(LocalDate.class, LOCAL))
        .withMessage("params[0]: expected a date at midnight, found 1998-07-17T14:08:55");
  }
}
