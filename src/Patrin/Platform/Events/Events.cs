namespace Patrin.Platform.Events;

/// <summary>Something that happened in a module, declared in its Contracts and handled by modules below it.</summary>
public interface IEvent;

/// <summary>A module's reaction to an event. Runs in the transaction of the write that caused it, so it must only touch its own tables.</summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, CancellationToken cancel);
}

/// <summary>Hands an event to every handler, in module order.</summary>
public sealed class EventPublisher(IServiceProvider services)
{
    public async Task PublishAsync<TEvent>(TEvent happened, CancellationToken cancel)
        where TEvent : IEvent
    {
        foreach (var handler in services.GetServices<IHandle<TEvent>>())
            await handler.HandleAsync(happened, cancel);
    }
}
