var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Patrin");
app.Run();

public partial class Program;
