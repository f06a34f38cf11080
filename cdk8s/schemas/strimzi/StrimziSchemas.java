import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.victools.jsonschema.generator.*;
import com.github.victools.jsonschema.module.jackson.*;
import java.util.List;

/** Prints JSON Schemas of the classes that Strimzi's own CustomResourceDefinitions are generated from. */
public class StrimziSchemas {
    private static final List<String> KINDS =
        List.of("kafka.Kafka", "nodepool.KafkaNodePool", "topic.KafkaTopic", "user.KafkaUser");

    public static void main(String[] args) throws Exception {
        var jackson = new JacksonModule(
            JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY, JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE);
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2019_09, OptionPreset.PLAIN_JSON)
            .with(jackson)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forFields()
            .withIgnoreCheck(field -> List.of("additionalProperties", "status").contains(field.getName()));
        var generator = new SchemaGenerator(builder.build());
        var mapper = new ObjectMapper();
        var schemas = mapper.createObjectNode();
        for (var kind : KINDS) {
            var type = Class.forName("io.strimzi.api.kafka.model." + kind);
            schemas.set("kafka.strimzi.io/v1 " + type.getSimpleName(), generator.generateSchema(type));
        }
        System.out.println(mapper.writeValueAsString(schemas));
    }
}
