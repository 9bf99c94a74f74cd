package exeat.desk.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.State;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ReportFigures;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.base.ApplicationDraft;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Burden;
import exeat.rules.finding.GivenOutput;
import exeat.rules.finding.Purpose;
import exeat.rules.source.StoredWord;
import exeat.store.Bytes;
import exeat.store.FieldNames;
import exeat.store.StoredFunction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes events and states as JSON. It is strict: anything missing, null or unknown is an
 * error, because a stored event must not be read in part. Only an optional field may be missing and
 * is then empty, so that events from before a field existed can still be read. Names are those of
 * {@link StoredKinds} alone, and none of Java's.
 */
public final class JsonCodec {

    private static final JsonMapper JSON = mapper();

    private JsonCodec() {}

    public static Bytes write(Event event) {
        return Bytes.utf8(text(event));
    }

    /** An event in any version of its shape. */
    public static Event event(Bytes json) {
        return read(EventVersions.ALL.newest(json), Event.class);
    }

    public static Bytes write(State state) {
        return bytes(state);
    }

    static State state(Bytes json) {
        return read(json, State.class);
    }

    public static Bytes write(RestrictedData guarded) {
        return bytes(guarded);
    }

    static RestrictedData guarded(Bytes json) {
        return read(json, RestrictedData.class);
    }

    /** As it stands within a map. */
    static String entry(TravellerNo no, RestrictedData guarded) {
        return "\"" + no + "\":" + text((Object) guarded);
    }

    /** The form in which it is part of a stored application. */
    static String text(Traveller traveller) {
        return text((Object) traveller);
    }

    public static String write(VersionHistory tenure) {
        return text(tenure);
    }

    public static VersionHistory tenure(String json) {
        return read(Bytes.utf8(json), VersionHistory.class);
    }

    /** The hash of a command; equal for equal commands, in every process. */
    public static Bytes hash(Command command) {
        return hash((Object) command);
    }

    public static Bytes hash(ApplicationDraft draft) {
        return hash((Object) draft);
    }

    private static Bytes hash(Object asked) {
        return Bytes.utf8(StoredKinds.of(asked.getClass()).name() + text(asked)).sha256();
    }

    static <T> T read(Bytes json, Class<T> type) {
        try {
            return JSON.readValue(json.array(), type);
        } catch (IOException broken) {
            // Not the cause: it quotes what it read, which is personal.
            throw new IllegalStateException(
                    "a stored %s cannot be read: %s"
                            .formatted(type.getSimpleName(), broken.getClass().getSimpleName()));
        }
    }

    /**
     * What nobody hashes and no piece is cut from: a letter may be escaped here that is not in a
     * text.
     */
    private static Bytes bytes(Object value) {
        try {
            return Bytes.of(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException broken) {
            throw unwritten(value, broken);
        }
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw unwritten(value, broken);
        }
    }

    private static IllegalStateException unwritten(Object value, JsonProcessingException broken) {
        return new IllegalStateException(
                value.getClass() + " cannot be written: " + broken.getClass().getSimpleName());
    }

    private static JsonMapper mapper() {
        StoredKinds.check();
        var builder =
                JsonMapper.builder()
                        .addModules(new Jdk8Module(), new JavaTimeModule(), module())
                        .propertyNamingStrategy(
                                new FieldNames(
                                        type -> StoredKinds.find(type).map(StoredKind::fields)))
                        .annotationIntrospector(new Constants())
                        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true)
                        .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                        .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                        .configure(SerializationFeature.FAIL_ON_EMPTY_BEANS, false)
                        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
                        .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
                        .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true)
                        .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, false)
                        .configure(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, true)
                        .addMixIn(AuthorityId.class, Text.class)
                        .addMixIn(OfficerId.class, Text.class)
                        .addMixIn(FactName.class, Text.class)
                        .addMixIn(Facts.class, SetsIfAny.class)
                        .addMixIn(Burden.class, OutputsIfAny.class)
                        .addMixIn(CaseCommand.Apply.class, DirectiveIfAny.class)
                        .addMixIn(ApplicationDraft.class, DirectiveIfAny.class)
                        .addMixIn(ReportFigures.class, DirectiveIfAny.class)
                        .addMixIn(TravellerNo.class, Whole.class)
                        .addMixIn(TravellerCommand.ProposeAct.class, HearingIfAny.class)
                        .addMixIn(TravellerCommand.SecondProposal.class, HearingIfAny.class)
                        .addMixIn(TravellerCommand.RecordService.class, HearingIfAny.class)
                        .addMixIn(TravellerCommand.ConfirmReceipt.class, HearingIfAny.class)
                        .addMixIn(TravellerCommand.DisputeService.class, HearingIfAny.class);
        StoredTypeNames.SETS.forEach((set, members) -> {
            builder.addMixIn(set, Typed.class);
            members.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
        });
        return builder.build();
    }

    private static SimpleModule module() {
        var module = new SimpleModule("exeat");
        module.setSerializerModifier(new ComponentWriter.Modifier());
        module.addSerializer(Set.class, new Sorted());
        module.addSerializer(UnitFunction.class, new FunctionText());
        module.addDeserializer(UnitFunction.class, new TextFunction());
        module.addSerializer(Purpose.class, new PurposeText());
        module.addDeserializer(Purpose.class, new TextPurpose());
        module.addSerializer(BirthDate.class, new BirthText());
        module.addDeserializer(BirthDate.class, new TextBirth());
        module.addKeySerializer(AuthorityId.class, new KeyText());
        module.addKeySerializer(FactName.class, new KeyText());
        module.addKeySerializer(TravellerNo.class, new KeyText());
        module.addKeyDeserializer(AuthorityId.class, key(AuthorityId::new));
        module.addKeyDeserializer(FactName.class, key(FactName::new));
        module.addKeyDeserializer(
                TravellerNo.class, key(text -> new TravellerNo(Integer.parseInt(text))));
        return module;
    }

    private static KeyDeserializer key(java.util.function.Function<String, Object> make) {
        return new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return make.apply(key);
            }
        };
    }

    /** Constants by the words of their own by which they are stored. */
    private static final class Constants extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            for (int at = 0; at < constants.length; at++) {
                names[at] = ((StoredWord) constants[at]).stored();
            }
            return names;
        }
    }

    /** Keys print as they are written. */
    private static final class KeyText extends JsonSerializer<Object> {
        @Override
        public void serialize(Object key, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeFieldName(key.toString());
        }
    }

    private static final class FunctionText extends JsonSerializer<UnitFunction> {
        @Override
        public void serialize(
                UnitFunction function, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(StoredFunction.of(function));
        }
    }

    private static final class TextFunction extends StdScalarDeserializer<UnitFunction> {

        private static final long serialVersionUID = 1L;

        TextFunction() {
            super(UnitFunction.class);
        }

        @Override
        public UnitFunction deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return StoredFunction.read(json.getText());
        }
    }

    private static final class PurposeText extends JsonSerializer<Purpose> {
        @Override
        public void serialize(Purpose purpose, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(purpose.stored());
        }
    }

    private static final class TextPurpose extends StdScalarDeserializer<Purpose> {

        private static final long serialVersionUID = 1L;

        TextPurpose() {
            super(Purpose.class);
        }

        @Override
        public Purpose deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return Purpose.ofStored(json.getText());
        }
    }

    /** As {@link BirthDate#text}: a day is stored as it was before one could be known in part. */
    private static final class BirthText extends JsonSerializer<BirthDate> {
        @Override
        public void serialize(BirthDate born, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(born.text());
        }
    }

    private static final class TextBirth extends StdScalarDeserializer<BirthDate> {

        private static final long serialVersionUID = 1L;

        TextBirth() {
            super(BirthDate.class);
        }

        @Override
        public BirthDate deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return BirthDate.parse(json.getText())
                    .orElseThrow(() -> new IOException("no date of birth"));
        }
    }

    /** A set has no order of its own, and equal ones must be written alike. */
    @SuppressWarnings("rawtypes")
    private static final class Sorted extends JsonSerializer<Set> {
        @Override
        public void serialize(Set set, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            var elements = new TreeSet<String>();
            for (var element : set) {
                elements.add(text(element));
            }
            json.writeStartArray();
            for (var element : elements) {
                json.writeRawValue(element);
            }
            json.writeEndArray();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    /** Facts of before one could be known as one of several values have no such field. */
    @SuppressWarnings("UnusedVariable")
    private abstract static class SetsIfAny {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        private @Nullable Map<FactName, ValueSet> sets;

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        SetsIfAny(
                @JsonProperty("values") Map<FactName, Value> values,
                @JsonProperty("sets") @JsonSetter(nulls = Nulls.AS_EMPTY)
                        Map<FactName, ValueSet> sets) {}
    }

    /** Burdens of before packs could declare outputs have no such field, and still have none. */
    @SuppressWarnings("UnusedVariable")
    private abstract static class OutputsIfAny {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        private @Nullable List<GivenOutput> outputs;
    }

    /**
     * Applications of before a directive could be chosen have no such field: a retry is one. Nor
     * have the figures of reports of before they were kept by directive.
     */
    @SuppressWarnings("UnusedVariable")
    private abstract static class DirectiveIfAny {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        private Optional<String> directive = Optional.empty();
    }

    /** Commands of before there were hearings say nothing of one: a retry is such a command. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private abstract static class HearingIfAny {}

    @SuppressWarnings("UnusedVariable")
    private abstract static class Text {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Text(String text) {}

        @JsonValue
        abstract String text();
    }

    @SuppressWarnings("UnusedVariable")
    private abstract static class Whole {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Whole(int number) {}

        @JsonValue
        abstract int number();
    }
}
