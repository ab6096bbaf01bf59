package mana.studio.convention;

import java.util.List;
import java.util.Optional;

/// Which service of the monorepo owns which schemas.
public record ServiceRegistry(List<Service> services) {
    /// The services of mana, as the studio ships them.
    public static final ServiceRegistry MANA = new ServiceRegistry(List.of(
            new Service("mana-auth", List.of("auth")),
            new Service("mana-credits", List.of("credits")),
            new Service("mana-user", List.of("usr")),
            new Service("mana-events", List.of("events", "event_discovery")),
            new Service("mana-mail", List.of("mail")),
            new Service("mana-research", List.of("research")),
            new Service("mana-subscriptions", List.of("subscriptions")),
            new Service("mana-analytics", List.of("feedback"))));

    public ServiceRegistry {
        services = List.copyOf(services);
    }

    public record Service(String name, List<String> schemas) {
        public Service {
            schemas = List.copyOf(schemas);
        }
    }

    public Optional<String> ownerOf(String schema) {
        return services.stream()
                .filter(service -> service.schemas().contains(schema))
                .map(Service::name)
                .findFirst();
    }
}
