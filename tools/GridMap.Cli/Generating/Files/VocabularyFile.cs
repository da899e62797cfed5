namespace GridMap.Cli.Generating.Files;

/// <summary>Partitions with their levels, kinds with their attributes, roles and subtypes, in Chinese and English.</summary>
internal static class VocabularyFile
{
    private sealed record Text(string Zh, string En);

    private sealed record Named(string Id, Text Name);

    private sealed record Attribute(string Id, Text Name, string Type, bool Filterable);

    private sealed record Kind(string Id, Text Name, string Icon, IReadOnlyList<Attribute> Attributes);

    private sealed record Scheme(IReadOnlyList<int> Lengths, bool DigitsOnly);

    private sealed record Partition(
        string Code, Text Name, string Tiling, bool Default, IReadOnlyList<Named> Levels, Scheme Scheme);

    private static readonly Attribute Hours = new("opening_hours", new("开放时间", "Opening hours"), "window", true);
    private static readonly Attribute Phone = new("phone", new("电话", "Phone"), "text", false);

    private static readonly Partition[] Partitions =
    [
        new(
            "governance", new("社会治理网格", "Governance grids"), "complete", true,
            [
                Of("district", "区", "District"), Of("street", "街道", "Street (subdistrict)"),
                Of("community", "社区", "Community"), Of("grid", "网格", "Grid"),
            ],
            new([6, 9, 12, 15], true)),
        new(
            "police", new("公安警务区", "Police beats"), "complete", false,
            [Of("station", "派出所", "Police station"), Of("beat", "警务区", "Beat")],
            new([8, 11], true)),
    ];

    private static readonly Kind[] Kinds =
    [
        new("parking", new("停车场", "Parking site"), "parking",
        [
            new("stay", new("可停放时段", "When one may stay"), "window", true),
            new("enter", new("可驶入时段", "When one may drive in"), "window", true),
            new("exit", new("可驶出时段", "When one may drive out"), "window", true),
            new("fee", new("收费时段（no 为不收费）", "When a fee is due (no: never)"), "text", true),
            new("free", new("免费时段（其余收费）", "When it is free (a fee is due outside)"), "window", false),
            new("charge", new("收费标准", "Charge"), "text", false),
            new("max_stay", new("最长停放（小时）", "Longest stay in hours"), "text", false),
            new("vehicle", new("车型", "Vehicle class"), "text", false),
            new("seats", new("最多座位数", "Most seats"), "number", true),
            new("who", new("使用对象", "Who may use it"), "text", true),
            new("suspensions", new("暂停使用公告", "Suspension notices"), "text", false),
            new("batch", new("公布批次", "Publication batch"), "number", true),
            new("batch_date", new("公布日期", "Date of publication"), "text", false),
            new("document", new("公布文件", "Document"), "text", false),
        ]),
        new("pocket_park", new("口袋公园", "Pocket park"), "park",
        [
            new("area", new("面积（平方米）", "Area in square metres"), "number", false), Hours,
            Flag("playground", "儿童游乐设施", "Playground"), Flag("lit", "夜间照明", "Lit at night"),
        ]),
        new("charging_shed", new("充电车棚", "Charging shed for e-bikes"), "charging",
            [Flag("covered", "有顶棚", "Covered"), Flag("fire_suppression", "消防喷淋", "Sprinklers")]),
        new("recycling_machine", new("智能回收机", "Recycling machine"), "recycling", [Hours]),
        new("toilet", new("公共厕所", "Public toilet"), "toilet", [Hours, Flag("accessible", "无障碍", "Accessible")]),
        new("canteen", new("社区食堂", "Community canteen"), "canteen",
            [Hours, new("discount_from_age", new("优惠年龄", "Discount from age"), "number", false)]),
        new("shared_space", new("共享空间", "Shared space"), "shared_space", [Hours]),
        new("service_centre", new("党群服务中心", "Community service centre"), "service_centre", [Hours, Phone]),
        new("workroom", new("网格工作室", "Grid workroom"), "workroom", [Hours]),
        new("grid_station", new("网格驿站", "Grid station"), "grid_station", [Hours]),
        new("enforcement_station", new("综合执法中队", "Enforcement station"), "enforcement", [Hours, Phone]),
        new("police_station", new("派出所", "Police station"), "police", [Hours, Phone]),
        new("landmark", new("地标", "Landmark"), "landmark",
            [new("type", new("类型", "Type"), "text", true)]),
    ];

    private static readonly Named[] Roles =
    [
        Of("grid_head", "网格长", "Grid head"), Of("grid_worker", "专职网格员", "Full-time grid worker"),
        Of("party_branch_secretary", "网格党组织书记", "Party branch secretary"),
        Of("grid_instructor", "网格指导员", "Grid instructor"), Of("night_duty", "夜间值班", "Night duty"),
        Of("service_specialist", "服务专员", "Service specialist"),
        Of("community_police", "社区民警", "Community police officer"),
        Of("building_head", "楼栋长", "Building head"), Of("property_manager", "物业负责人", "Property manager"),
        Of("emergency_responder", "应急响应员", "Emergency responder"),
        Of("emergency_command", "应急指挥", "Emergency command"),
    ];

    private static readonly Named[] Subtypes =
    [
        Of("school", "学校", "School"), Of("hospital", "医院", "Hospital"), Of("market", "市场", "Market"),
        Of("park", "园区", "Business park"), Of("office", "办公区", "Offices"), Of("building_site", "工地", "Building site"),
        Of("transport_hub", "交通枢纽", "Transport hub"), Of("mall", "商圈", "Mall"),
    ];

    public static void Write(string folder) => JsonFile.Write(
        Path.Combine(folder, "vocabulary.json"),
        new { Partitions, Kinds, Roles, Subtypes });

    private static Named Of(string id, string zh, string en) => new(id, new Text(zh, en));

    private static Attribute Flag(string id, string zh, string en) => new(id, new Text(zh, en), "boolean", true);
}
