using Patrin.Modules.People.Notices.Choose;
using Patrin.Modules.People.Notices.Inbox;
using Patrin.Modules.People.Notices.Sending;
using Patrin.Modules.People.Notices.Unsubscribe;
using Patrin.Platform.Jobs;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Notices;

internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<NoticeWords>().AddScoped<ReadNotices>().AddScoped<IUnread, Unread>().AddScoped<ChoosePaces>()
        .AddSingleton<UnsubscribeTokens>().AddScoped<WriteDigest>().AddScoped<IPeriodicTask, SendNotices>();
}
