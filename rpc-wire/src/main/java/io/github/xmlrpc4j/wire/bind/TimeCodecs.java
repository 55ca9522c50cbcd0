package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of dates. Those that are moments need a zone, which is the offset that was sent, or
 * the one that was set; without either a date is no moment, and that is an error, not a guess.
 */
final class TimeCodecs {
  private static final String ADVICE = " (Codecs.builder().zone(...) says what zone is meant)";

  private final @Nullable ZoneId zone;

  TimeCodecs(@Nullable ZoneId zone) {
    this.zone = zone;
  }

  @Nullable Codec<?> create(Type type, Codec.Lookup lookup) {
    if (type == LocalDateTime.class) {
      return codec(this::readLocal, (out, local) -> out.writeTime(Value.Time.of(local)));
    }
    if (type == LocalDate.class) {
      return codec(
          this::readDate, (out, date) -> out.writeTime(Value.Time.of(date.atStartOfDay())));
    }
    if (type == OffsetDateTime.class) {
      return codec(this::readOffset, this::write);
    }
    if (type == ZonedDateTime.class) {
      return codec(
          in -> zone == null ? readOffset(in).toZonedDateTime() : readZoned(in, zone),
          (out, time) -> write(out, time.toOffsetDateTime()));
    }
    if (type == Instant.class) {
      return codec(
          in -> readOffset(in).toInstant(),
          (out, moment) -> write(out, moment.atOffset(ZoneOffset.UTC)));
    }
    if (type == Date.class) {
      return codec(
          in -> Date.from(readOffset(in).toInstant()),
          (out, date) -> write(out, date.toInstant().atOffset(ZoneOffset.UTC)));
    }
    return null;
  }

  private static <T> Codec<?> codec(
      Function<WireReader, T> reading, BiConsumer<WireWriter, T> writing) {
    return new NullableCodec<>(new SimpleCodec<>(Kind.TIME, reading, writing));
  }

  private LocalDateTime readLocal(WireReader in) {
    Value.Time time = in.readTime();
    ZoneOffset offset = time.offset();
    if (offset == null) {
      return time.local();
    }
    if (zone == null) {
      throw in.mismatch("a date without an offset", "one with " + offset + ADVICE);
    }
    return time.local().atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
  }

  private LocalDate readDate(WireReader in) {
    LocalDateTime local = readLocal(in);
    if (!local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw in.mismatch("a date at midnight", local.toString());
    }
    return local.toLocalDate();
  }

  private OffsetDateTime readOffset(WireReader in) {
    Value.Time time = in.readTime();
    ZoneOffset offset = time.offset();
    if (offset != null) {
      return time.local().atOffset(offset);
    }
    if (zone == null) {
      throw in.mismatch("a date with an offset", "one without" + ADVICE);
    }
    return time.local().atZone(zone).toOffsetDateTime();
  }

  private ZonedDateTime readZoned(WireReader in, ZoneId inZone) {
    return readOffset(in).atZoneSameInstant(inZone);
  }

  private void write(WireWriter out, OffsetDateTime time) {
    out.writeTime(
        zone == null
            ? Value.Time.of(time)
            : Value.Time.of(time.atZoneSameInstant(zone).toLocalDateTime()));
  }
}
