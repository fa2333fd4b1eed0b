using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Patrin.Platform.Jobs;

namespace Patrin.Platform.Mail;

/// <summary>Wakes the sender when messages were committed: not before, and without the writer having to think of it.</summary>
public sealed class OutboxWatch(PeriodicWake wake) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> _waiting = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && db.ChangeTracker.Entries<MailMessage>().Any(e => e.State == EntityState.Added))
            _waiting.AddOrUpdate(db, this);
        return new(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
            Wake(eventData.Context);
        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake(eventData.Context);
        return Task.CompletedTask;
    }

    private void Wake(DbContext? db)
    {
        if (db is not null && _waiting.Remove(db))
            wake.Wake(SendMail.TaskName);
    }
}

/// <summary>Registration of the outbox and its sender.</summary>
public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, PatrinOptions options)
    {
        if (options.Settings.Smtp is { } smtp)
            services.AddSingleton<IMailTransport>(new SmtpTransport(smtp));
        else
            services.AddSingleton<IMailTransport, FolderTransport>();
        return services.AddSingleton<OutboxWatch>().AddScoped<Outbox>().AddScoped<MailFolder>()
            .AddScoped<IPeriodicTask, SendMail>().AddScoped<IPeriodicTask, ForgetMail>();
    }
}
